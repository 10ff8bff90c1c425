import fc from 'fast-check'
import type { Warn } from '../../destinations/inmoment/warnings'
import { convertProperties } from '../../destinations/inmoment/conversions/properties'
import { ANY_VALUE } from '../../../test/support/any-value'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

function convert(traits: unknown): unknown {
  return convertProperties(traits, 'properties', warn)
}

function getWarnedNames(): string[] {
  return warn.mock.calls.map(([name]) => name)
}

const anything = { ...ANY_VALUE, maxDepth: 4 }

describe('other values', () => {
  test('keep the names, values and order of flat JSON without dates, without a warning', () => {
    const keys = fc
      .string({ unit: 'grapheme' })
      .filter((key) => !/[$.\0]/.test(key) && !/^(email|created|createdAt|created_at|__proto__)$/.test(key))
    const texts = fc.string({ unit: 'grapheme' }).filter((text) => !/^\d{4}-\d\d-\d\d/.test(text))
    const scalars = fc.oneof(
      texts,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null)
    )
    fc.assert(
      fc.property(fc.dictionary(keys, fc.oneof(scalars, fc.array(scalars), fc.array(fc.array(scalars)))), (traits) => {
        const properties = convertProperties(traits, 'properties', warn) ?? {}
        expect(Object.entries(properties)).toEqual(Object.entries(traits))
      }),
      { numRuns: 500 }
    )
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('dates', () => {
  test('become a whole number', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (joined) => {
        const seconds = convertProperties({ joined }, 'properties', warn)?.joined_date
        expect(Number.isInteger(seconds)).toBe(true)
        expect(Math.abs(Number(seconds) - joined.getTime() / 1000)).toBeLessThanOrEqual(0.5)
      })
    )
  })
})

describe('any traits', () => {
  const hostileKeys = fc.string({ unit: fc.constantFrom('a', 'b', '_', '.', '$', '\0'), maxLength: 4 })
  const traits = fc.oneof(
    fc.anything(anything),
    fc.object({
      ...anything,
      key: fc.oneof(hostileKeys, fc.constantFrom('email', 'created', 'createdAt', 'created_at'))
    })
  )

  test('become properties that InMoment accepts, and are not changed themselves', () => {
    fc.assert(
      fc.property(traits, (value) => {
        const before = fc.stringify(value)
        const properties = convert(value)
        expect(fc.stringify(value)).toBe(before)
        if (properties === undefined) return
        expect(Object.getPrototypeOf(properties)).toBe(Object.prototype)
        for (const [key, item] of Object.entries(properties as object)) {
          expect(key).not.toMatch(/[$.\0]|^(email|created|createdAt|created_at|__proto__)$/)
          expect([item].flat(Infinity).filter((part) => !isScalar(part))).toEqual([])
        }
      }),
      { numRuns: 1000 }
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  const keys = fc.constantFrom('a', 'b', 'date', 'a_b', 'a.b', 'a$b', 'a_date', 'b_date', 'a_b_date', '__proto__', '_')
  const kinds = fc.constantFrom(
    'number',
    'list',
    'date',
    'iso',
    'function',
    'symbol',
    'bigint',
    'invalid',
    'map',
    'cycle'
  )
  const { tree } = fc.letrec<{ tree: Tree; item: Tree | string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.dictionary(keys, tie('item'), { maxKeys: 5 }),
      fc.array(
        tie('tree').filter((child) => !isEmpty(child)),
        { minLength: 1, maxLength: 3 }
      )
    ),
    item: fc.oneof({ depthSize: 'small' }, kinds, tie('tree'))
  }))

  test('have each value either in the properties or in one warning, which never contains the value', () => {
    fc.assert(
      fc.property(fc.dictionary(keys, fc.oneof(kinds, tree), { maxKeys: 6 }), (shape) => {
        warn.mockClear()
        const leaves: Leaf[] = []
        const sent = Object.values(convert(createValue(shape, 'properties', [], leaves)) as object).flat() as unknown[]
        const dropped = leaves.filter(({ id }) => !sent.includes(id)).map(({ path }) => path)
        expect(sent).toHaveLength(new Set(sent).size)
        expect(sent.filter((id) => !leaves.some((leaf) => leaf.id === id))).toEqual([])
        expect(getWarnedNames().sort()).toEqual(dropped.sort())
        expect(JSON.stringify(warn.mock.calls)).not.toMatch(/4711|secret|1984/)
      }),
      { numRuns: 2000 }
    )
  })
})

type Tree = { [key: string]: Tree | string } | Tree[]

interface Leaf {
  path: string
  id: number
}

/** Creates an object of this shape with a unique value at each path, and adds the paths to `leaves`. */
function createValue(shape: Tree | string, path: string, parents: object[], leaves: Leaf[]): unknown {
  if (typeof shape !== 'string') {
    const result: unknown[] | Record<string, unknown> = Array.isArray(shape) ? [] : {}
    for (const [key, item] of Object.entries(shape)) {
      if (key === '__proto__') leaves.push({ path: `${path}.__proto__`, id: -1 })
      const value =
        key === '__proto__' ? { secret: 'secret' } : createValue(item, `${path}.${key}`, [...parents, result], leaves)
      Object.defineProperty(result, key, { value, enumerable: true, configurable: true, writable: true })
    }
    return result
  }
  const id = 471_100_000 + leaves.length
  leaves.push({ path, id })
  switch (shape) {
    case 'number':
      return id
    case 'list':
      return [id]
    case 'date':
      return new Date(id * 1000)
    case 'iso':
      return new Date(id * 1000).toISOString()
    case 'function':
      return () => 'secret'
    case 'symbol':
      return Symbol('secret')
    case 'bigint':
      return BigInt(id)
    case 'invalid':
      return new Date(NaN)
    case 'map':
      return new Map([['secret', id]])
    default:
      return parents[leaves.length % parents.length]
  }
}

function isEmpty(tree: Tree): boolean {
  return Object.keys(tree).length === 0
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
}
