import fc from 'fast-check'
import { ANY_VALUE } from '../../support/any-value'

/** Any JSON value. Some keys are special to JavaScript or InMoment. */
export const jsonValue = fc.object({
  key: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'email', 'createdAt', 'a.b', '$set', 'nul\0', 'x_date')
  ),
  values: [
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('ann@example.com', '\ud800', '2018-08-03', '')
  ],
  maxDepth: 2,
  maxKeys: 4
})

const beyondJson = fc.anything({
  ...ANY_VALUE,
  stringUnit: 'binary',
  maxDepth: 2,
  maxKeys: 4
})

/** Values that fast-check does not create. Each is new, so that no test affects the next. */
const UNUSUAL: (() => unknown)[] = [
  () => Symbol('symbol'),
  () => () => 'called',
  () => new Date(NaN),
  () => NaN,
  () => '\ud800 and \udc00',
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown,
  createCycle,
  () => createGetter('value'),
  () => [createGetter('0')],
  () => new Proxy({ a: 1 }, { get: throwError }),
  () => new Proxy({ a: 1 }, { ownKeys: throwError }),
  () => new Proxy([1, 2], { getOwnPropertyDescriptor: throwError }),
  () => ({ toString: throwError, valueOf: throwError, toJSON: throwError, [Symbol.toPrimitive]: throwError }),
  () => ({ then: throwError }),
  () => Object.defineProperty({}, Symbol.toStringTag, { get: throwError }),
  () => new Map<unknown, unknown>([[{}, new Set([1])]]),
  () => new Uint8Array(4),
  () => createNested(50),
  () => new Error('error'),
  () => /regexp/g,
  () => new WeakMap(),
  () => window,
  () => document.createElement('div')
]

const unusual = fc.nat({ max: UNUSUAL.length - 1 }).map((index) => UNUSUAL[index]?.())

/** Any JavaScript value, alone or in an object or a list. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: jsonValue },
  { weight: 4, arbitrary: beyondJson },
  { weight: 2, arbitrary: unusual },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 4 }), unusual, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.array(unusual, { maxLength: 3 }) }
)

/** Traits of a given size: the number of keys, the length of names or text, or the number of levels. */
export const ofSize = {
  keys: (size: number) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`key ${index}`, index])),
  names: (size: number) => ({
    ['a'.repeat(size * 8)]: Object.fromEntries(Array.from({ length: size }, (_, key) => [`key${key}`, key]))
  }),
  text: (size: number) => ({ text: '2018-08-03'.repeat(size / 10) }),
  levels: (size: number) => ({ nested: createNested(size) })
}

function createNested(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 'innermost')
}

function createCycle(): object {
  const value: Record<string, unknown> = { name: 'cycle' }
  value.self = value
  value.list = [value]
  return value
}

function createGetter(key: string): object {
  return Object.defineProperty({}, key, { enumerable: true, get: throwError })
}

function throwError(): never {
  throw new Error('error of a value')
}
