import fc from 'fast-check'
import type { Warn } from '../../warnings'
import { toText } from '../text'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

test('says nothing where the event says nothing', () => {
  expect(toText(undefined, 'email', warn)).toBeUndefined()
  expect(warn).not.toHaveBeenCalled()
})

test.each([[null], ['']])('takes %j for the word that there is no value, without a warning', (value) => {
  expect(toText(value, 'email', warn)).toBeNull()
  expect(warn).not.toHaveBeenCalled()
})

test('keeps every other text exactly as it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
      expect(toText(text, 'eventName', warn)).toBe(text)
    })
  )
  expect(warn).not.toHaveBeenCalled()
})

test('writes a finite number as its digits', () => {
  expect(toText(4711, 'userId', warn)).toBe('4711')
  expect(toText(0, 'userId', warn)).toBe('0')
  expect(toText(-1.5, 'userId', warn)).toBe('-1.5')
  expect(warn).not.toHaveBeenCalled()
})

test('leaves out any other value, with one warning that does not hold it', () => {
  const noText = fc
    .anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true })
    .filter((value) => value !== undefined && value !== null && typeof value !== 'string' && !Number.isFinite(value))
  fc.assert(
    fc.property(noText, (value) => {
      warn.mockClear()
      expect(toText(value, 'language', warn)).toBeNull()
      expect(warn.mock.calls).toEqual([['language', 'was left out: it is not a text']])
    })
  )
})

test.each([
  ['NaN', NaN],
  ['infinity', Infinity],
  ['a symbol', Symbol('s')],
  ['a function', () => 'text'],
  ['a boxed text', Object('text')]
])('does not write %s as a text', (_, value) => {
  expect(toText(value, 'language', warn)).toBeNull()
  expect(warn).toHaveBeenCalledTimes(1)
})
