import type { Warn } from '../../warnings'
import { convertProperties } from '../properties'

const MAX_TOTAL = 512 * 1024

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

function convert(traits: unknown): Record<string, unknown> {
  return convertProperties(traits, 'properties', warn) ?? {}
}

function createWideObject(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]))
}

it('keeps a name of 255 characters, and drops one of 256 with a warning', () => {
  expect(convert({ ['a'.repeat(255)]: 1, ['b'.repeat(256)]: 2 })).toEqual({ ['a'.repeat(255)]: 1 })
  expect(warn.mock.calls).toEqual([
    [`properties.${'b'.repeat(256)}`, expect.stringMatching(/^was dropped because .*too long/)]
  ])
})

it('counts the whole flattened name, including the suffix that a date adds', () => {
  const traits = {
    ['a'.repeat(250)]: { bcde: 1, bcdef: 2 },
    ['d'.repeat(250)]: '2018-08-03',
    ['e'.repeat(251)]: '2018-08-03'
  }
  expect(Object.keys(convert(traits))).toEqual([`${'a'.repeat(250)}_bcde`, `${'d'.repeat(250)}_date`])
  expect(warn.mock.calls.map(([name]) => name)).toEqual([
    `properties.${'a'.repeat(250)}.bcdef`,
    `properties.${'e'.repeat(251)}`
  ])
})

it('counts the type suffix', () => {
  const traits = { ['a'.repeat(248)]: 1, ['b'.repeat(249)]: 1 }
  expect(Object.keys(convertProperties(traits, 'properties', warn, true) ?? {})).toEqual([`${'a'.repeat(248)}_amount`])
  expect(warn).toHaveBeenCalledTimes(1)
})

it('drops a whole object with a long name, with one warning', () => {
  expect(convert({ ['a'.repeat(16_400)]: createWideObject(1_600), plan: 'pro' })).toEqual({ plan: 'pro' })
  expect(warn).toHaveBeenCalledTimes(1)
})

it.each([
  ['values', Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`key${index}`, 'x'.repeat(10_000)]))],
  ['names', Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`${'n'.repeat(240)}${index}`, 1]))],
  ['repeated names', { ['p'.repeat(200)]: createWideObject(5_000) }],
  ['one list', { list: Array.from({ length: 80 }, () => 'x'.repeat(10_000)), plan: 'pro' }]
])('keeps at most 512 KB of names and values: %s', (_, traits) => {
  const entries = Object.entries(convert(traits))
  const total = entries.reduce((sum, [key, value]) => sum + key.length + String(value).length, 0)
  expect(total).toBeLessThanOrEqual(MAX_TOTAL)
  expect(total).toBeGreaterThan(MAX_TOTAL * 0.9)
  expect(warn).toHaveBeenCalled()
})
