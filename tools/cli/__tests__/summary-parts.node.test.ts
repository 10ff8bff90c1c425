import fc from 'fast-check'
import { BoundedCounts, OTHER } from '../replay/bounded-counts'
import { DistinctCounter } from '../replay/distinct-counter'

it('counts any number of names with bounded memory, and counts the rest together', () => {
  const counts = new BoundedCounts()
  for (let index = 0; index < 5_000; index++) counts.add(`name ${index}`)
  const entries = counts.toEntries()
  expect(entries).toHaveLength(1_001)
  expect(entries[0]).toEqual([OTHER, 4_000])
})

it.each([0, 1, 50, 1_000, 100_000])('estimates %d distinct IDs within 5 %', (count) => {
  const counter = new DistinctCounter()
  for (let index = 0; index < count * 2; index++)
    counter.add(`id ${index % Math.max(1, count)}`.repeat(Number(count > 0)))
  expect(Math.abs(counter.estimate() - count)).toBeLessThanOrEqual(count * 0.05)
})

it('estimates the same if parts are merged and stored', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
      const whole = new DistinctCounter()
      for (const id of [...one, ...other]) whole.add(id)
      const [first, second] = [one, other].map((ids) => {
        const counter = new DistinctCounter()
        for (const id of ids) counter.add(id)
        return new DistinctCounter(counter.encode())
      })
      if (first && second) first.merge(second)
      expect(first?.encode()).toBe(whole.encode())
    })
  )
})
