import fc from 'fast-check'
import { toWholeSeconds } from '../whole-seconds'

test.each([
  [1.4, 1],
  [1.5, 2],
  [-1.5, -1],
  [-1.6, -2]
])('rounds %d seconds to %d', (seconds, whole) => {
  expect(toWholeSeconds(seconds)).toBe(whole)
})

test('does not return negative zero just before 1970', () => {
  expect(toWholeSeconds(-0.4)).toBe(0)
})

test('returns a whole number at most half a second away', () => {
  fc.assert(
    fc.property(fc.double({ min: -8.64e12, max: 8.64e12, noNaN: true }), (seconds) => {
      const whole = toWholeSeconds(seconds)
      expect(Number.isInteger(whole)).toBe(true)
      expect(Math.abs(whole - seconds)).toBeLessThanOrEqual(0.5)
    })
  )
})
