import fc from 'fast-check'
import { ANY_VALUE } from '../../support/any-value'

/** Any JSON, with the keys that are special to JavaScript and to InMoment among the others. */
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

/** What fast-check makes of no kind by itself. A new one each time, so that none is spoilt by an earlier try. */
const oddities: (() => unknown)[] = [
  () => Symbol('odd'),
  () => () => 'called',
  () => new Date(NaN),
  () => NaN,
  () => '\ud800 and \udc00',
  () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown,
  cyclic,
  () => throwingGetter('value'),
  () => [throwingGetter('0')],
  () => new Proxy({ a: 1 }, { get: refuse }),
  () => new Proxy({ a: 1 }, { ownKeys: refuse }),
  () => new Proxy([1, 2], { getOwnPropertyDescriptor: refuse }),
  () => ({ toString: refuse, valueOf: refuse, toJSON: refuse, [Symbol.toPrimitive]: refuse }),
  () => ({ then: refuse }),
  () => Object.defineProperty({}, Symbol.toStringTag, { get: refuse }),
  () => new Map<unknown, unknown>([[{}, new Set([1])]]),
  () => new Uint8Array(4),
  () => nested(50),
  () => new Error('odd'),
  () => /odd/g,
  () => new WeakMap(),
  () => window,
  () => document.createElement('div')
]

const odd = fc.nat({ max: oddities.length - 1 }).map((index) => oddities[index]?.())

/** Any value at all, alone or within an object or a list. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: jsonValue },
  { weight: 4, arbitrary: beyondJson },
  { weight: 2, arbitrary: odd },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 4 }), odd, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.array(odd, { maxLength: 3 }) }
)

/** Traits of a size that can be chosen: by their keys, the length of a text, or how deep they are nested. */
export const ofSize = {
  keys: (size: number) => Object.fromEntries(Array.from({ length: size }, (_, index) => [`key ${index}`, index])),
  names: (size: number) => ({
    ['a'.repeat(size * 8)]: Object.fromEntries(Array.from({ length: size }, (_, key) => [`key${key}`, key]))
  }),
  text: (size: number) => ({ text: '2018-08-03'.repeat(size / 10) }),
  levels: (size: number) => ({ nested: nested(size) })
}

function nested(levels: number): unknown {
  return Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 'innermost')
}

function cyclic(): object {
  const one: Record<string, unknown> = { name: 'one' }
  one.self = one
  one.list = [one]
  return one
}

function throwingGetter(key: string): object {
  return Object.defineProperty({}, key, { enumerable: true, get: refuse })
}

function refuse(): never {
  throw new Error('refused')
}
