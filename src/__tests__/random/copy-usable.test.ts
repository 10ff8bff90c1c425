import fc from 'fast-check'
import type { Warn } from '../../destinations/inmoment/warnings'
import { copyUsable } from '../../destinations/inmoment/conversions/copy-usable'
import { ANY_VALUE } from '../../../test/support/any-value'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

const anything = fc.anything({ ...ANY_VALUE, maxDepth: 4 })

test('does not change plain JSON, without a warning', () => {
  fc.assert(
    fc.property(
      fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
      (value) => {
        expect(copyUsable(value, 'traits', warn)).toEqual(value)
      }
    )
  )
  expect(warn).not.toHaveBeenCalled()
})

test('returns a JSON value for any value, and does not change the value', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const before = fc.stringify(value)
      const copy = copyUsable(value, 'traits', warn)
      expect(fc.stringify(value)).toBe(before)
      if (copy !== undefined) expect(convertToJson(copy)).toEqual(convertDatesAndZeros(copy))
    }),
    { numRuns: 1000 }
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

test('warns exactly once about each dropped value, without the value', () => {
  const unusable = fc.constantFrom<unknown>(
    NaN,
    BigInt(471_100),
    Symbol('secret'),
    () => 'secret',
    new Date(NaN),
    new Map([['secret', 1]]),
    new Set(['secret']),
    /secret/
  )
  const { tree } = fc.letrec<{ tree: unknown; value: unknown }>((tie) => ({
    tree: fc.oneof(
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('value'), { maxKeys: 4 })
    ),
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant('kept'), unusable, tie('tree'))
  }))
  fc.assert(
    fc.property(tree, (value) => {
      warn.mockClear()
      copyUsable(value, 'traits', warn)
      expect(warn.mock.calls.map(([name]) => name)).toEqual(getDroppedPaths(value, 'traits'))
      expect(JSON.stringify(warn.mock.calls)).not.toMatch(/secret|4711/)
    }),
    { numRuns: 500 }
  )
})

function getDroppedPaths(value: unknown, path: string): string[] {
  if (value === 'kept') return []
  const isTree = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
  return isTree
    ? Object.entries(value as object).flatMap(([key, item]) => getDroppedPaths(item, `${path}.${key}`))
    : [path]
}

function convertToJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

/** Converts dates and negative zeros as JSON does. */
function convertDatesAndZeros(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number') return value + 0
  // A missing item is null in JSON.
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => convertDatesAndZeros(item ?? null))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convertDatesAndZeros(item)]))
}
