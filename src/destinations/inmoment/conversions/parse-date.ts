const NAME = '[a-z]{3,9}'
const CLOCK = '(\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d+))?)?'

/** `Z`, a name, or an offset; Go adds the zone's name and its monotonic clock. */
const ZONE =
  ' ?(?:(Z|UTC?|GMT|[ECMP][SD]T)|(?:UTC|GMT)?([+-]\\d\\d):?(\\d\\d)?(?: [A-Z+-][A-Z\\d]{1,4})?)(?: m=[+-][\\d.]+)?'

/** ISO 8601, and what databases, Rails and Go write (https://www.rfc-editor.org/rfc/rfc3339, https://pkg.go.dev/time). */
const NUMERIC = new RegExp(`^(\\d{4})(?:-?(\\d\\d)(?:-?(\\d\\d))?)?(?:([T ])${CLOCK}(?:${ZONE})?)?$`, 'i')

/** HTTP, email, `Date#toString`, Java: weekday, day and month, year, time and zone, or the year at the end. */
const NAMED = new RegExp(
  `^(?:${NAME} )?(?:(\\d\\d?) (${NAME})|(${NAME}) (\\d\\d?))(?: (\\d{4}))?( \\d\\d:\\d\\d[\\d:.]*)?( ?[a-z]*(?:[+-][\\d:]+)?)(?: (\\d{4}))?$`,
  'i'
)

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** Longer texts are not dates: no pattern takes long. */
const MAX_LENGTH = 80

/**
 * The milliseconds since 1970 of a date as text: ISO 8601 (`YYYYMMDD`, `YYYY-MM` and `YYYY` too), with a time and a zone
 * after a space, or with a month's name (RFC 7231, RFC 5322, `Date#toString`). A time without a zone is UTC after a `T`
 * and local otherwise, as in the classic integration (https://github.com/segmentio/isodate). Everything else, such as a
 * date with slashes or a day that does not exist, is `undefined`.
 *
 * Reads every field itself: engines differ in which impossible dates `Date.parse` accepts.
 */
export function parseDate(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return undefined
  const [
    ,
    year,
    month = '1',
    day = '1',
    separator,
    hour = 0,
    minute = 0,
    second = 0,
    fraction = '',
    name,
    offset,
    rest
  ] = NUMERIC.exec(text) ?? NUMERIC.exec(toNumeric(text)) ?? []
  const fields = [year, +month - 1, day, hour, minute, second, offset ?? 0, rest ?? 0].map(Number)
  const [y = NaN, m = 0, d = 0, h = 0, min = 0, s = 0, zoneHour = 0, zoneMinute = 0] = fields
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const isMidnight = h === 24 && min + s + ms === 0
  const isDay = m >= 0 && m < 12 && d > 0 && d <= new Date(Date.UTC(2000 + (y % 400), m + 1, 0)).getUTCDate()
  if (!isDay || (h > 23 && !isMidnight) || Math.max(min, s, zoneMinute) > 59 || Math.abs(zoneHour) > 23)
    return undefined

  const date = new Date(0)
  if (separator === ' ' && !name && !offset) {
    date.setFullYear(y, m, d)
    return date.setHours(h, min, s, ms)
  }
  date.setUTCFullYear(y, m, d)
  const minutes = zoneHour * 60 + (offset?.startsWith('-') ? -zoneMinute : zoneMinute)
  return date.setUTCHours(h + hoursBehind(name), min - minutes, s, ms)
}

/** American zones of RFC 5322: Eastern, Central, Mountain or Pacific, standard or daylight time. */
function hoursBehind(zone = ''): number {
  const index = /^[ECMP][SD]T$/i.test(zone) ? 'ECMP'.indexOf(zone.charAt(0).toUpperCase()) : -1
  return index < 0 ? 0 : 5 + index - Number(/D/i.test(zone))
}

/** A date with a month's name, in the numeric format. Without a zone it is local. */
function toNumeric(text: string): string {
  const plain = text
    .replace(/\([^)]*\)|,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [, day1, month1, month2, day2, year1, time = ' 00:00', zone, year2] = NAMED.exec(plain) ?? []
  const name = (month1 ?? month2 ?? '?').toLowerCase()
  const month = MONTHS.findIndex((full) => full.startsWith(name)) + 1
  return `${year1 ?? year2 ?? ''}-${twoDigits(month)}-${twoDigits(day1 ?? day2)}${time}${zone ?? ''}`
}

function twoDigits(value: string | number | undefined): string {
  return String(value).padStart(2, '0')
}
