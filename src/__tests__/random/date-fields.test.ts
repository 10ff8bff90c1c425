import fc from 'fast-check'
import { parseDate } from '../../destinations/inmoment/conversions/parse-date'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Fields that may be too large, or zero although the field starts at one. */
const fields = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  month: fc.integer({ min: 0, max: 14 }),
  day: fc.integer({ min: 0, max: 33 }),
  hour: fc.integer({ min: 0, max: 26 }),
  minute: fc.integer({ min: 0, max: 62 }),
  second: fc.integer({ min: 0, max: 62 }),
  sign: fc.constantFrom('+', '-'),
  zoneHour: fc.integer({ min: 0, max: 26 }),
  zoneMinute: fc.integer({ min: 0, max: 62 })
})
type Fields = typeof fields extends fc.Arbitrary<infer Value> ? Value : never

/** Uses a table of the months, because `Date` rolls over. */
function isPossible({ year, month, day, hour, minute, second, zoneHour, zoneMinute }: Fields): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const usualDays = DAYS[month - 1] ?? 0
  const days = month === 2 && isLeap ? 29 : usualDays
  const isMidnight = hour === 24 && minute === 0 && second === 0
  const isTime = (hour <= 23 || isMidnight) && minute <= 59 && second <= 59
  return day >= 1 && day <= days && isTime && zoneHour <= 23 && zoneMinute <= 59
}

function getMilliseconds({ year, month, day, hour, minute, second, sign, zoneHour, zoneMinute }: Fields): number {
  const zone = (sign === '+' ? 1 : -1) * (zoneHour * 60 + zoneMinute) * 60_000
  return Date.UTC(year, month - 1, day, hour, minute, second) - zone
}

function formatDigits(number: number, length = 2): string {
  return String(number).padStart(length, '0')
}

function formatTime({ hour, minute, second }: Fields): string {
  return [hour, minute, second].map((part) => formatDigits(part)).join(':')
}

function getNumericFormats(of: Fields): string[] {
  const day = `${of.year}-${formatDigits(of.month)}-${formatDigits(of.day)}`
  const [hours, minutes] = [of.sign + formatDigits(of.zoneHour), formatDigits(of.zoneMinute)]
  return [
    `${day}T${formatTime(of)}${hours}:${minutes}`,
    `${day} ${formatTime(of)} ${hours}${minutes}`,
    `${day} ${formatTime(of)}.000001 ${hours}${minutes} CEST`,
    `${day} ${formatTime(of)} ${hours}${minutes} ${hours}${minutes}`
  ]
}

function getNamedFormats(of: Fields): string[] {
  const month = MONTHS[of.month - 1] ?? 'Foo'
  const zone = of.sign + formatDigits(of.zoneHour) + formatDigits(of.zoneMinute)
  return [
    `Fri, ${formatDigits(of.day)} ${month} ${of.year} ${formatTime(of)} ${zone}`,
    `${of.day} ${month} ${of.year} ${formatTime(of)} ${zone}`,
    `Fri ${month} ${formatDigits(of.day)} ${of.year} ${formatTime(of)} GMT${zone} (Somewhere Standard Time)`
  ]
}

test('a date is read in every format if all its fields are possible, and in no format otherwise', () => {
  let possible = 0
  const isRead = (of: Fields) => {
    if (isPossible(of)) possible += 1
    for (const text of [...getNumericFormats(of), ...getNamedFormats(of)]) {
      expect([text, parseDate(text)]).toEqual([text, isPossible(of) ? getMilliseconds(of) : undefined])
    }
  }
  fc.assert(fc.property(fields, isRead), { numRuns: 3000 })
  expect(possible).toBeGreaterThan(500)
})
