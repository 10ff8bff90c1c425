import fc from 'fast-check'
import { parseDate } from '../../destinations/inmoment/conversions/parse-date'

/** With `isProperty`, accepts only the dates that a property can have: four digits and a month first. */
function parseText(text: string, isProperty: boolean): number | undefined {
  return isProperty && !/^\d{4}-\d\d-/.test(text) ? undefined : parseDate(text)
}

afterEach(() => jest.restoreAllMocks())

/** The years with four digits. */
const moments = fc.date({
  min: new Date('1000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true
})

test('reads the ISO string of any Date, in properties too', () => {
  fc.assert(
    fc.property(moments, fc.boolean(), (moment, isProperty) => {
      expect(parseText(moment.toISOString(), isProperty)).toBe(moment.getTime())
    })
  )
})

test('reads the same time in every time zone, after a T and after a space', () => {
  const offsets = fc.record({
    sign: fc.constantFrom(1, -1),
    hours: fc.integer({ min: 0, max: 14 }),
    minutes: fc.constantFrom(0, 30, 45),
    colon: fc.constantFrom(':', ''),
    separator: fc.constantFrom('T', ' ')
  })
  fc.assert(
    fc.property(moments, offsets, (moment, { sign, hours, minutes, colon, separator }) => {
      const local = new Date(moment.getTime() + sign * (hours * 60 + minutes) * 60_000)
      fc.pre(local.getUTCFullYear() >= 1000 && local.getUTCFullYear() <= 9999)
      const zone = `${sign > 0 ? '+' : '-'}${padDigits(hours)}${colon}${padDigits(minutes)}`
      const text = local.toISOString().replace('T', separator).replace('Z', zone)
      expect(parseText(text, true)).toBe(moment.getTime())
    })
  )
})

test('returns the day in the string, or undefined', () => {
  const numbers = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.nat({ max: 99 }), fc.nat({ max: 99 }))
  fc.assert(
    fc.property(numbers, ([year, month, day]) => {
      const text = `${year}-${padDigits(month)}-${padDigits(day)}`
      const read = parseText(text, true)
      if (read !== undefined) expect(new Date(read).toISOString()).toBe(`${text}T00:00:00.000Z`)
    }),
    { numRuns: 2000 }
  )
})

test('reads the results of Date#toString and Date#toUTCString', () => {
  fc.assert(
    // Before 1900, local offsets have seconds, which strings cannot express.
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }),
      (moment) => {
        const seconds = Math.floor(moment.getTime() / 1000) * 1000
        expect(parseDate(moment.toString())).toBe(seconds)
        expect(parseDate(moment.toUTCString())).toBe(seconds)
      }
    )
  )
})

function padDigits(number: number): string {
  return String(number).padStart(2, '0')
}
