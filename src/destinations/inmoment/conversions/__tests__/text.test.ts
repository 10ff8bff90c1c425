import fc from 'fast-check'
import type { Warn } from '../../warnings'
import { convertText } from '../text'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

test('returns undefined for undefined', () => {
  expect(convertText(undefined, 'email', warn)).toBeUndefined()
  expect(warn).not.toHaveBeenCalled()
})

test.each([[null], ['']])('returns null for %j, without a warning', (value) => {
  expect(convertText(value, 'email', warn)).toBeNull()
  expect(warn).not.toHaveBeenCalled()
})

test('does not change any other string', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
      expect(convertText(text, 'eventName', warn)).toBe(text)
    })
  )
  expect(warn).not.toHaveBeenCalled()
})

test('converts a finite number to a string', () => {
  expect(convertText(4711, 'userId', warn)).toBe('4711')
  expect(convertText(0, 'userId', warn)).toBe('0')
  expect(convertText(-1.5, 'userId', warn)).toBe('-1.5')
  expect(warn).not.toHaveBeenCalled()
})

test('drops any other value with one warning that does not contain it', () => {
  const notText = fc
    .anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true })
    .filter((value) => value !== undefined && value !== null && typeof value !== 'string' && !Number.isFinite(value))
  fc.assert(
    fc.property(notText, (value) => {
      warn.mockClear()
      expect(convertText(value, 'language', warn)).toBeNull()
      expect(warn.mock.calls).toEqual([['language', 'was dropped because it is not a string']])
    })
  )
})

test.each([
  ['NaN', NaN],
  ['infinity', Infinity],
  ['a symbol', Symbol('s')],
  ['a function', () => 'text'],
  ['a boxed string', Object('text')]
])('drops %s', (_, value) => {
  expect(convertText(value, 'language', warn)).toBeNull()
  expect(warn).toHaveBeenCalledTimes(1)
})
