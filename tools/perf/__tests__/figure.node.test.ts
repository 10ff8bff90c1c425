import fc from 'fast-check'
import { differences, figureOf, ratios } from '../bench/figure'

const runsOf = fc.array(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 21 })

it('has its median within the spread, at one of the runs or between two', () => {
  fc.assert(
    fc.property(runsOf, (runs) => {
      const { median, lowest, highest } = figureOf('An event', 'ms', runs)
      expect(median).toBeGreaterThanOrEqual(lowest)
      expect(median).toBeLessThanOrEqual(highest)
      const below = runs.filter((run) => run < median * 0.999).length
      expect(below).toBeLessThanOrEqual(runs.length / 2)
    })
  )
})

it('compares its median with the goal', () => {
  expect(figureOf('An event', 'ratio', [1, 1.3, 9], { atMost: 1.3 }).isMet).toBe(true)
  expect(figureOf('An event', 'ratio', [1, 1.31, 1.4], { atMost: 1.3 }).isMet).toBe(false)
  expect(figureOf('replay', 'ratio', [0.04, 0.05, 0.06], { atLeast: 0.05 }).isMet).toBe(true)
  expect(figureOf('replay', 'ratio', [0.04, 0.049, 0.06], { atLeast: 0.05 }).isMet).toBe(false)
  expect(figureOf('An event', 'ms', [1]).isMet).toBeUndefined()
})

it('misses a goal without a measurement', () => {
  expect(figureOf('An event', 'ratio', [NaN, NaN, NaN], { atMost: 1.3 }).isMet).toBe(false)
})

it('compares builds run by run', () => {
  expect(ratios([2, 9], [1, 3])).toEqual([2, 3])
  expect(differences([2, 9], [1, 3])).toEqual([1, 6])
  expect(() => ratios([1], [1, 2])).toThrow('run by run')
})
