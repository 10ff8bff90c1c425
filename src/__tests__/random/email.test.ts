import fc from 'fast-check'
import { isEmailAddress } from '../../destinations/inmoment/conversions/email'

test('accepts email addresses that fast-check generates', () => {
  fc.assert(fc.property(fc.emailAddress(), isEmailAddress))
})

test('never accepts a string with whitespace or without exactly one at sign', () => {
  const pieces = fc.constantFrom('a', 'b', '.', '@', ' ', '\n', '\u00a0', '-', '1')
  fc.assert(
    fc.property(fc.string({ unit: pieces, maxLength: 12 }), (text) => {
      if (isEmailAddress(text)) expect(text).toMatch(/^[^\s@]+@[^\s@]+$/)
    }),
    { numRuns: 2000 }
  )
})
