import fc from 'fast-check'
import type { Properties } from '../../destinations/inmoment/wootric/types'
import { convertToNativeProperties } from '../native-properties'

const warn = jest.fn()

beforeEach(() => warn.mockClear())

function getWarnedNames(): string[] {
  return warn.mock.calls.map(([name]: string[]) => name ?? '')
}

/** Half of a surrogate pair, which `encodeURIComponent` refuses. */
const HALF = '\ud83d'

const texts = fc.string({ unit: 'binary' })
const scalars = fc.oneof(texts, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null))
const names = fc.string({
  unit: fc.oneof(fc.constantFrom('a', 'é', HALF), fc.string({ unit: 'grapheme', maxLength: 1 }))
})
const properties: fc.Arbitrary<Properties> = fc.dictionary(
  names.filter((name) => name !== '__proto__'),
  fc.oneof(scalars, fc.array(scalars), fc.array(fc.array(scalars)), fc.string({ minLength: 500, maxLength: 3_000 })),
  { maxKeys: 30 }
)

/** The length of the properties in a request of the SDKs. Throws for text that cannot be encoded. */
function getUrlLength(converted: Record<string, string>): number {
  const pairs = Object.entries(converted).map(
    ([name, text]) => `&${encodeURIComponent(`properties[${name}]`)}=${encodeURIComponent(text)}`
  )
  return pairs.join('').length
}

describe('for any properties', () => {
  it('returns only strings, which fit into a URL', () => {
    fc.assert(
      fc.property(properties, (values) => {
        const converted = convertToNativeProperties(values, warn)
        for (const text of Object.values(converted)) expect(typeof text).toBe('string')
        expect(getUrlLength(converted)).toBeLessThanOrEqual(4_000)
      })
    )
  })

  it('either sends or names each property that is not null, in order', () => {
    fc.assert(
      fc.property(properties, (values) => {
        warn.mockClear()
        const sent = Object.keys(convertToNativeProperties(values, warn))
        const named = getWarnedNames().map((name) => name.replace('properties.', ''))
        const all = Object.keys(values).filter((name) => values[name] !== null)
        expect(sent).toEqual(all.filter((name) => !named.includes(name)))
        expect(named).toEqual(all.filter((name) => !sent.includes(name)))
      })
    )
  })

  it('does not change text, and never logs a value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('plan', 'role'), texts), (values) => {
        for (const [name, text] of Object.entries(convertToNativeProperties(values, warn))) {
          expect(text).toBe(values[name])
        }
      })
    )
    const problems = warn.mock.calls.map(([, problem]: string[]) => problem)
    for (const problem of problems) expect(problem).toBe('was dropped because it cannot be encoded in a URL')
  })
})

it('keeps the properties before the one that exceeds the limit, and drops those after it', () => {
  const values = { plan: 'pro', about: 'x'.repeat(3_000), bio: 'x'.repeat(3_000), role: 'admin' }
  expect(Object.keys(convertToNativeProperties(values, warn))).toEqual(['plan', 'about'])
  expect(warn.mock.calls).toEqual(
    ['bio', 'role'].map((name) => [
      `properties.${name}`,
      'was dropped because the properties exceed 4000 characters in a URL'
    ])
  )
})

it('sends properties of exactly 4,000 encoded characters', () => {
  const rest = 4_000 - '&properties%5Ba%5D='.length
  expect(convertToNativeProperties({ a: 'x'.repeat(rest) }, warn)).toHaveProperty('a')
  expect(warn).not.toHaveBeenCalled()
  expect(convertToNativeProperties({ a: 'x'.repeat(rest + 1) }, warn)).toEqual({})
  expect(getWarnedNames()).toEqual(['properties.a'])
})

it('drops only the properties with half of a surrogate pair in the name or the value', () => {
  const values = { plan: 'pro', text: `a${HALF}`, [`b${HALF}`]: 'b', list: ['a', HALF], emoji: '😀' }
  expect(convertToNativeProperties(values, warn)).toEqual({ plan: 'pro', emoji: '😀' })
  expect(getWarnedNames()).toEqual(['properties.text', `properties.b${HALF}`, 'properties.list'])
})

it('drops null without a warning, and keeps the positions of a list with missing items', () => {
  expect(convertToNativeProperties({ plan: null, list: ['a', null, 'c'] }, warn)).toEqual({ list: 'a,,c' })
  expect(warn).not.toHaveBeenCalled()
})

it('returns a new object for each request, because the SDKs write into it', () => {
  const values = { plan: 'pro' }
  expect(convertToNativeProperties(values, warn)).not.toBe(convertToNativeProperties(values, warn))
})
