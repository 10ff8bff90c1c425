import fc from 'fast-check'
import { convertCreatedAt, convertDateToSeconds } from '../../destinations/inmoment/conversions/date-to-seconds'
import { ANY_VALUE } from '../../../test/support/any-value'

const MIN_MILLISECONDS = 31_557_600_000

const anything = fc.anything(ANY_VALUE)

test('returns a whole number at most half a second away', () => {
  fc.assert(
    fc.property(fc.double({ min: -8.64e12, max: MIN_MILLISECONDS - 1, noNaN: true }), (seconds) => {
      const rounded = convertDateToSeconds(seconds) ?? NaN
      expect(Number.isInteger(rounded)).toBe(true)
      expect(Math.abs(rounded - seconds)).toBeLessThanOrEqual(0.5)
    })
  )
})

test('returns the same seconds for a date in every format', () => {
  const moments = fc.date({ min: new Date(MIN_MILLISECONDS), max: new Date('2900-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (moment) => {
      const seconds = Math.round(moment.getTime() / 1000)
      expect(convertDateToSeconds(moment)).toBe(seconds)
      expect(convertDateToSeconds(moment.getTime())).toBe(seconds)
      expect(convertDateToSeconds(String(moment.getTime()))).toBe(seconds)
      expect(convertDateToSeconds(moment.getTime() / 1000)).toBe(seconds)
      expect(convertDateToSeconds(moment.toISOString())).toBe(seconds)
      expect(convertDateToSeconds(moment.toISOString().replace(/[-:]/g, ''))).toBe(seconds)
    })
  )
})

test('returns whole seconds or undefined for any value', () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.double(), fc.date(), fc.stringMatching(/^[0-9T:.Z+ -]*$/)), (value) => {
      const seconds = convertCreatedAt(value)
      if (seconds !== undefined) expect(Number.isSafeInteger(seconds)).toBe(true)
    }),
    { numRuns: 2000 }
  )
})
