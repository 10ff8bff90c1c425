import fc from 'fast-check'
import type { Warn } from '../../destinations/inmoment/warnings'
import { convertText } from '../../destinations/inmoment/conversions/text'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

test('does not change any other string', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'binary' }), (text) => {
      expect(convertText(text, 'eventName', warn)).toBe(text)
    })
  )
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
