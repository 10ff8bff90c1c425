import fc from 'fast-check'
import { BoundedCounts, OTHER } from '../replay/bounded-counts'
import { DistinctCounter } from '../replay/distinct-counter'
import { escapeTerminal } from '../terminal/escape'

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

it('escapes control and direction characters of any text, and keeps all others', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // eslint-disable-next-line no-control-regex -- Exactly these must not be there.
      expect(escapeTerminal(text)).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/)
      expect(escapeTerminal(escapeTerminal(text))).toBe(escapeTerminal(text))
    })
  )
  expect(escapeTerminal('Zoë 日本 👍\n\t')).toBe('Zoë 日本 👍\n\t')
})
