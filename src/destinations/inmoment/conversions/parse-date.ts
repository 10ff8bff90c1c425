/** ISO 8601 (https://www.rfc-editor.org/rfc/rfc3339), also as databases, Rails and Go (https://pkg.go.dev/time) write it. */
const NUMERIC =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:([T ])(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?: ?(?:(Z|UTC?|GMT)|(?:UTC|GMT)?([+-]\d\d):?(\d\d)?(?: [A-Z+-][A-Z\d]{1,4})?))?)?$/i

/** HTTP, email, `Date#toString` and Java: weekday, day and month, year, time and zone, or the year at the end. */
const NAMED =
  /^(?:[a-z]{3,9} )?(?:(\d\d?) ([a-z]{3,9})|([a-z]{3,9}) (\d\d?))(?: (\d{4}))?( \d\d:[\d:.]+)?( ?[a-z]*(?:[+-][\d:]+)?)(?: (\d{4}))?$/i

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** In characters. Longer strings are not dates, and would take long to match. */
const MAX_LENGTH = 120

/**
 * Parses a date string and returns Unix milliseconds, or `undefined` if the string is not a date.
 *
 * - ISO 8601, also `YYYYMMDD`, `YYYY-MM` and `YYYY`, and with a space before the time or the zone
 * - With the name of a month: HTTP (https://www.rfc-editor.org/rfc/rfc7231#section-7.1.1.1), email
 *   (https://www.rfc-editor.org/rfc/rfc5322#section-3.3) and `Date#toString`
 *
 * Without a zone, a time is in UTC after a `T` and local otherwise, as in the classic integration
 * (https://github.com/segmentio/isodate). Dates with slashes and days that do not exist are not dates.
 *
 * `Date.parse` is not used, because browsers differ in which impossible dates it accepts.
 */
export function parseDate(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const parts = NUMERIC.exec(text) ?? NUMERIC.exec(convertToNumeric(text))
  if (!parts) return undefined
  const [, year, month = 1, day = 1, separator, hour, minute, second, fraction = '', utc, offset, offsetMinute] = parts
  const parseNumber = (part: string | number = 0) => Number(part)
  const [y, m, d] = [parseNumber(year), parseNumber(month) - 1, parseNumber(day)]
  const [h, min, s, zone] = [parseNumber(hour), parseNumber(minute), parseNumber(second), parseNumber(offsetMinute)]
  const ms = parseNumber(fraction.slice(0, 3).padEnd(3, '0'))
  // The calendar repeats every 400 years.
  const lastDay = new Date(Date.UTC(2000 + (y % 400), m + 1, 0)).getUTCDate()
  if (m < 0 || m > 11 || d < 1 || d > lastDay || Math.max(min, s, zone) > 59) return undefined
  if (h > (min + s + ms === 0 ? 24 : 23) || Math.abs(parseNumber(offset)) > 23) return undefined

  const date = new Date(0)
  if (separator === ' ' && !utc && !offset) {
    date.setFullYear(y, m, d)
    return date.setHours(h, min, s, ms)
  }
  date.setUTCFullYear(y, m, d)
  return date.setUTCHours(h - parseNumber(offset), min - (offset?.startsWith('-') ? -zone : zone), s, ms)
}

/** Converts a date with the name of a month to the numeric format. Without a time, it starts at local midnight. */
function convertToNumeric(text: string): string {
  const plain = text
    .replace(/\(.*\)|,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [, day1, month1, month2, day2, year1, time = ' 00:00', zone = '', year2] = NAMED.exec(plain) ?? []
  const name = month1 ?? month2
  const month = name ? MONTHS.findIndex((full) => full.startsWith(name.toLowerCase())) + 1 : 0
  const pad = (part: unknown) => String(part).padStart(2, '0')
  return `${year1 ?? year2 ?? ''}-${pad(month)}-${pad(day1 ?? day2)}${time}${zone}`
}
