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

function createDeepObject(levels: number, bottom: unknown): unknown {
  let value = bottom
  for (let level = 0; level < levels; level += 1) value = { a: value }
  return value
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

it('takes milliseconds for an event of 32 KB with a name of 16,400 characters and 1,600 children', () => {
  const traits = { ['a'.repeat(16_400)]: createWideObject(1_600) }
  expect(JSON.stringify(traits).length).toBeGreaterThan(32_000)
  expect(measureFastest(() => convert(traits))).toBeLessThan(50)
})

/** The size doubles three times: linear time grows 8 times, and quadratic time 64 times. */
describe('takes linear time for', () => {
  test.each<[shape: string, build: (size: number) => unknown]>([
    ['many names', (size) => createWideObject(size)],
    ['many children of a long name', (size) => ({ ['a'.repeat(16_400)]: createWideObject(size) })],
    ['many children of a name of 240 characters', (size) => ({ ['a'.repeat(240)]: createWideObject(size) })],
    ['a name that grows', (size) => ({ ['a'.repeat(size * 10)]: createWideObject(100) })],
    ['many children below 200 levels', (size) => createDeepObject(200, createWideObject(size))],
    [
      'many branches of 50 levels',
      (size) => Array.from({ length: Math.ceil(size / 50) }, () => createDeepObject(50, 1))
    ],
    ['a long list of objects', (size) => ({ list: Array.from({ length: size }, () => ({ a: 1 })) })],
    [
      'many values that are dropped',
      (size) => Object.fromEntries(Object.keys(createWideObject(size)).map((key) => [key, NaN]))
    ],
    [
      'many names that become equal',
      (size) =>
        Object.fromEntries(
          Object.keys(createWideObject(size)).flatMap((key) => [
            [`${key}.a`, 1],
            [`${key}$a`, 2]
          ])
        )
    ]
  ])('%s', (_, build) => {
    const [small, large] = [1_000, 8_000].map((size) => {
      const traits = Array.isArray(build(size)) ? { list: build(size) } : build(size)
      return measureFastest(() => convert(traits))
    })
    // The minimum that the clock can measure.
    expect(large).toBeLessThan(32 * Math.max(small ?? 0, 0.3))
  })
})

/** In milliseconds. Other processes affect the fastest of several runs the least. */
function measureFastest(run: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    warn.mockClear()
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return Math.min(...times)
}
