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

test('converts a finite number to a string', () => {
  expect(convertText(4711, 'userId', warn)).toBe('4711')
  expect(convertText(0, 'userId', warn)).toBe('0')
  expect(convertText(-1.5, 'userId', warn)).toBe('-1.5')
  expect(warn).not.toHaveBeenCalled()
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
