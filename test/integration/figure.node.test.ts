import fc from 'fast-check'
import { createFigure, getDifferences, getRatios } from '../../tools/perf/bench/figure'

const anyRuns = fc.array(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 21 })

it('has its median within the spread, with half of the runs below it', () => {
  fc.assert(
    fc.property(anyRuns, (runs) => {
      const { median, lowest, highest } = createFigure('An event', 'ms', runs)
      expect(median).toBeGreaterThanOrEqual(lowest)
      expect(median).toBeLessThanOrEqual(highest)
      const below = runs.filter((run) => run < median * 0.999).length
      expect(below).toBeLessThanOrEqual(runs.length / 2)
    })
  )
})

it('compares the median with the goal', () => {
  expect(createFigure('An event', 'ratio', [1, 1.3, 9], { atMost: 1.3 }).isMet).toBe(true)
  expect(createFigure('An event', 'ratio', [1, 1.31, 1.4], { atMost: 1.3 }).isMet).toBe(false)
  expect(createFigure('replay', 'ratio', [0.04, 0.05, 0.06], { atLeast: 0.05 }).isMet).toBe(true)
  expect(createFigure('replay', 'ratio', [0.04, 0.049, 0.06], { atLeast: 0.05 }).isMet).toBe(false)
  expect(createFigure('An event', 'ms', [1]).isMet).toBeUndefined()
})

it('does not meet a goal without a measured value', () => {
  expect(createFigure('An event', 'ratio', [NaN, NaN, NaN], { atMost: 1.3 }).isMet).toBe(false)
})

it('compares variants run by run', () => {
  expect(getRatios([2, 9], [1, 3])).toEqual([2, 3])
  expect(getDifferences([2, 9], [1, 3])).toEqual([1, 6])
  expect(() => getRatios([1], [1, 2])).toThrow('different numbers of runs')
})
