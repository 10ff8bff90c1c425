import { convertLanguage } from '../destinations/inmoment/conversions/language'
import { parseDate } from '../destinations/inmoment/conversions/parse-date'
import { convertProperties } from '../destinations/inmoment/conversions/properties'

const warn = jest.fn()

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

describe('convertProperties', () => {
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
})

describe('parseDate', () => {
  test('rejects long strings immediately', () => {
    const start = performance.now()
    for (const text of [
      '('.repeat(100_000),
      'a '.repeat(100_000),
      '2018-08-03 '.repeat(100_000),
      ' '.repeat(1_000_000)
    ]) {
      expect(parseDate(text)).toBeUndefined()
    }
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('convertLanguage', () => {
  it('takes linear time for a long string', () => {
    const start = performance.now()
    for (const text of ['en-'.repeat(300_000), '-'.repeat(1_000_000), ' '.repeat(1_000_000), 'e'.repeat(1_000_000)]) {
      convertLanguage(text, 'language', warn)
    }
    expect(performance.now() - start).toBeLessThan(500)
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
