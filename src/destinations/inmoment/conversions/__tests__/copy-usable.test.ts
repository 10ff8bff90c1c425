import { runInNewContext } from 'node:vm'
import type { Warn } from '../../warnings'
import { copyUsable, copyUsableObject, isUsableObject } from '../copy-usable'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

test('returns a copy that shares no object with the event', () => {
  const event = { list: [{ deep: true }], date: new Date(0) }
  const copy = copyUsable(event, 'traits', warn)
  event.list.push({ deep: false })
  event.date.setTime(1)
  expect(copy).toEqual({ list: [{ deep: true }], date: new Date(0) })
})

test.each([
  ['a function', () => 1, 'it is a function'],
  ['a symbol', Symbol('s'), 'it is a symbol'],
  ['a bigint', BigInt(1), 'it is a bigint'],
  ['NaN', NaN, 'it is not a finite number'],
  ['infinity', Infinity, 'it is not a finite number'],
  ['an invalid date', new Date(NaN), expect.stringMatching(/date/i)],
  ['a map', new Map([['a', 1]]), expect.stringContaining('Map')],
  ['a set', new Set([1]), expect.stringContaining('Set')],
  ['a typed array', new Uint8Array(2), expect.stringContaining('Uint8Array')],
  ['a regular expression', /a/, expect.stringContaining('RegExp')],
  ['an error', new Error('secret'), expect.stringContaining('Error')],
  ['a promise', Promise.resolve(1), expect.stringContaining('Promise')],
  ['a boxed number', Object(1) as unknown, expect.stringContaining('Number')],
  ['an element of the page', document.createElement('div'), expect.stringContaining('HTMLDivElement')],
  ['the window', window, expect.stringContaining('Window')]
])('drops %s, warns with its path and keeps the other values', (_, value, reason) => {
  expect(copyUsable({ plan: { odd: value, name: 'Pro' } }, 'traits', warn)).toEqual({ plan: { name: 'Pro' } })
  expect(warn.mock.calls).toEqual([['traits.plan.odd', expect.stringMatching(/^was dropped because it is /)]])
  expect(warn.mock.calls[0]?.[1].slice('was dropped because '.length)).toEqual(reason)
})

test('skips undefined in objects and arrays without a warning', () => {
  expect(copyUsable({ a: undefined, list: [1, undefined, 2] }, 'traits', warn)).toEqual({ list: [1, undefined, 2] })
  expect(copyUsable(undefined, 'traits', warn)).toBeUndefined()
  expect(warn).not.toHaveBeenCalled()
})

test('drops items of an array that cannot be sent, and warns with their positions', () => {
  expect(copyUsable([1, () => 1, NaN, 2], 'list', warn)).toEqual([1, undefined, undefined, 2])
  expect(warn.mock.calls.map(([name]) => name)).toEqual(['list.1', 'list.2'])
})

test('copies only the items of a regular expression match', () => {
  expect(copyUsable(/a(b)/.exec('ab'), 'traits', warn)).toEqual(['ab', 'b'])
})

test('keeps the items of an array and none of its other keys', () => {
  const items = Array.from({ length: 12 }, (_, place) => place)
  expect(copyUsable(Object.assign([...items], { a1: 'a', '1a': 'b', '-1': 'c', '': 'd' }), 'traits', warn)).toEqual(
    items
  )
})

test('names only the type of a dropped object in the warning', () => {
  copyUsable([new Map(), new Uint8Array(2)], 'list', warn)
  expect(warn.mock.calls).toEqual([
    ['list.0', expect.stringMatching(/^was dropped because .*Map$/)],
    ['list.1', expect.stringMatching(/^was dropped because .*Uint8Array$/)]
  ])
})

test('drops a cycle where it closes, and keeps the rest', () => {
  const children: unknown[] = []
  const root: Record<string, unknown> = { name: 'root', children }
  root.self = root
  children.push(root, { name: 'leaf', children })
  expect(copyUsable(root, 'traits', warn)).toEqual({ name: 'root', children: [undefined, { name: 'leaf' }] })
  expect(warn.mock.calls).toEqual([
    ['traits.children.0', 'was dropped because it contains itself'],
    ['traits.children.1.children', 'was dropped because it contains itself'],
    ['traits.self', 'was dropped because it contains itself']
  ])
})

test('does not drop an object that is referenced twice', () => {
  const shared = { city: 'London' }
  const list = [shared, shared]
  expect(copyUsable({ home: shared, work: shared, list, again: list }, 'traits', warn)).toEqual({
    home: { city: 'London' },
    work: { city: 'London' },
    list: [{ city: 'London' }, { city: 'London' }],
    again: [{ city: 'London' }, { city: 'London' }]
  })
  expect(warn).not.toHaveBeenCalled()
})

test('drops a property that throws when read, and keeps the rest', () => {
  const traits = {
    a: 1,
    get broken(): never {
      throw new Error('secret')
    },
    z: 2
  }
  expect(copyUsable({ traits, after: NaN }, 'event', warn)).toEqual({ traits: { a: 1, z: 2 } })
  expect(warn.mock.calls).toEqual([
    ['event.traits.broken', 'was dropped because it cannot be read'],
    ['event.after', 'was dropped because it is not a finite number']
  ])
})

test.each([
  ['whose keys cannot be read', new Proxy({ a: 1 }, { ownKeys: throwError })],
  ['whose properties cannot be described', new Proxy({ a: 1 }, { getOwnPropertyDescriptor: throwError })],
  ['whose every property throws', new Proxy({ a: 1 }, { get: throwError })],
  ['whose every trap throws', new Proxy({}, new Proxy({}, { get: throwError }))],
  ['that was revoked', createRevokedProxy()],
  ['that claims to be a date', { [Symbol.toStringTag]: 'Date', valueOf: throwError }]
])('drops an object %s with one warning, and keeps the rest', (_, value) => {
  expect(copyUsable({ deep: { value }, z: 1 }, 'traits', warn)).toEqual({ deep: {}, z: 1 })
  expect(warn.mock.calls).toEqual([['traits.deep.value', 'was dropped because it cannot be read']])
})

test('copies objects, arrays and dates from another frame', () => {
  const foreign: unknown = runInNewContext('({ list: [1, { a: 1 }], date: new Date(5) })')
  const copy = copyUsable(foreign, 'traits', warn)
  expect(copy).toEqual({ list: [1, { a: 1 }], date: new Date(5) })
  expect((copy as Record<string, unknown>).date).toBeInstanceOf(Date)
  expect(warn).not.toHaveBeenCalled()
})

test('copies an object without a prototype', () => {
  expect(copyUsable(Object.assign(Object.create(null), { a: 1 }), 'traits', warn)).toEqual({ a: 1 })
})

test('drops a key __proto__ and changes no prototype', () => {
  const hostile: unknown = JSON.parse('{"a": 1, "__proto__": {"polluted": 1}, "b": {"__proto__": {"polluted": 1}}}')
  const copy = copyUsable(hostile, 'traits', warn)
  expect(copy).toStrictEqual({ a: 1, b: {} })
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
  expect('polluted' in {}).toBe(false)
  expect(warn.mock.calls.map(([name]) => name)).toEqual(['traits.__proto__', 'traits.b.__proto__'])
})

test('keeps keys such as constructor and toString', () => {
  expect(copyUsable({ constructor: { prototype: { a: 1 } }, toString: 'text' }, 'traits', warn)).toEqual({
    constructor: { prototype: { a: 1 } },
    toString: 'text'
  })
  expect('a' in {}).toBe(false)
})

test('does not copy inherited, hidden or symbol properties', () => {
  const traits = Object.assign(Object.create({ inherited: 1 }) as object, { own: 1, [Symbol('s')]: 1 })
  Object.defineProperty(traits, 'hidden', { value: 1, enumerable: false })
  expect(copyUsable(traits, 'traits', warn)).toStrictEqual({ own: 1 })
})

test('copies objects deeper than the stack without an error, and the values after them', () => {
  let deep: unknown = 'bottom'
  for (let level = 0; level < 50_000; level++) deep = level % 2 ? [deep] : { deep }
  expect(() => copyUsable({ deep, z: NaN }, 'traits', warn)).not.toThrow()
  expect(warn.mock.calls[warn.mock.calls.length - 1]?.[0]).toBe('traits.z')
})

describe('copyUsableObject', () => {
  test.each([[null], [undefined]])('returns undefined for %s, without a warning', (value) => {
    expect(copyUsableObject(value, 'traits', warn)).toBeUndefined()
    expect(warn).not.toHaveBeenCalled()
  })

  test.each([
    ['a string', 'text'],
    ['a number', 1],
    ['a boolean', false],
    ['an array', [1]],
    ['a date', new Date(0)]
  ])('drops %s with a warning', (_, value) => {
    expect(copyUsableObject(value, 'traits', warn)).toBeUndefined()
    expect(warn.mock.calls).toEqual([['traits', 'was dropped because it is not an object']])
  })

  test.each([
    ['a function', () => 1],
    ['a map', new Map()],
    ['NaN', NaN]
  ])('warns once about %s', (_, value) => {
    expect(copyUsableObject(value, 'traits', warn)).toBeUndefined()
    expect(warn).toHaveBeenCalledTimes(1)
  })

  test('returns a copy of an object', () => {
    expect(copyUsableObject({ a: 1, b: undefined }, 'traits', warn)).toStrictEqual({ a: 1 })
  })
})

test('distinguishes an object with keys from arrays, dates and null', () => {
  expect(isUsableObject({})).toBe(true)
  expect(isUsableObject({ a: 1 })).toBe(true)
  for (const value of [[], new Date(0), null, 'text', 1, true]) expect(isUsableObject(value)).toBe(false)
})

function throwError(): never {
  throw new Error('throwErrord')
}

function createRevokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

test('copies at most 100,000 values of an object that is referenced many times, and warns where it stops', () => {
  let doubling: object = { name: 'Ann' }
  for (let level = 0; level < 40; level++) doubling = { left: doubling, right: doubling }
  expect(JSON.stringify(copyUsable(doubling, 'traits', warn)).length).toBeLessThan(2_000_000)
  expect(warn).toHaveBeenCalledTimes(1)
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^traits\./), expect.stringContaining('too large'))
})

test('copies 100,000 values, including their list, and no more', () => {
  const list = Array.from({ length: 99_999 }, () => 1)
  expect(copyUsable(list, 'list', warn)).toEqual(list)
  expect(warn).not.toHaveBeenCalled()
  expect(copyUsable([...list, 1, 1], 'list', warn)).toEqual(list)
  expect(warn.mock.calls).toEqual([['list.99999', expect.stringContaining('too large')]])
})

test('copies 1,000 levels below the value, and warns about deeper values', () => {
  const nested = (levels: number) => Array.from({ length: levels }).reduce<object>((inner) => ({ a: inner }), {})
  expect(copyUsable(nested(1_001), 'traits', warn)).toEqual(nested(1_001))
  expect(warn).not.toHaveBeenCalled()
  expect(copyUsable(nested(1_002), 'traits', warn)).toEqual(nested(1_001))
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/^traits(\.a){1002}$/), expect.stringMatching(/^was dropped because /)]
  ])
})
