import fc from 'fast-check'
import type { Warn } from '../../warnings'
import { toText } from '../text'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

test('returns undefined for undefined', () => {
  expect(toText(undefined, 'email', warn)).toBeUndefined()
  expect(warn).not.toHaveBeenCalled()
})

test.each([[null], ['']])('returns null for %j, without a warning', (value) => {
  expect(toText(value, 'email', warn)).toBeNull()
  expect(warn).not.toHaveBeenCalled()
})

test('does not change any other string', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
      expect(toText(text, 'eventName', warn)).toBe(text)
    })
  )
  expect(warn).not.toHaveBeenCalled()
})

test('converts a finite number to a string', () => {
  expect(toText(4711, 'userId', warn)).toBe('4711')
  expect(toText(0, 'userId', warn)).toBe('0')
  expect(toText(-1.5, 'userId', warn)).toBe('-1.5')
  expect(warn).not.toHaveBeenCalled()
})

test('drops any other value with one warning that does not contain it', () => {
  const notText = fc
    .anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true })
    .filter((value) => value !== undefined && value !== null && typeof value !== 'string' && !Number.isFinite(value))
  fc.assert(
    fc.property(notText, (value) => {
      warn.mockClear()
      expect(toText(value, 'language', warn)).toBeNull()
      expect(warn.mock.calls).toEqual([['language', 'was dropped because it is not a string']])
    })
  )
})

test.each([
  ['NaN', NaN],
  ['infinity', Infinity],
  ['a symbol', Symbol('s')],
  ['a function', () => 'text'],
  ['a boxed text', Object('text')]
])('drops %s', (_, value) => {
  expect(toText(value, 'language', warn)).toBeNull()
  expect(warn).toHaveBeenCalledTimes(1)
})
