/** Year, month, day; then what separates the time, hour, minute, second, its fraction, and the zone. */
const ISO_DATE =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:([T ])(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?)?$/

/** Whether the text has the form of an ISO 8601 date, be there such a day or not. */
export function isIsoShaped(text: string): boolean {
  return ISO_DATE.test(text)
}

/**
 * The milliseconds since 1970 of an ISO 8601 text, or `undefined` where it is none or names a day or time that does not
 * exist. `strict` asks for at least `YYYY-MM-DD`; without it `YYYYMMDD`, `YYYY-MM` and `YYYY` are dates too.
 *
 * A text is a date exactly where it was one for the classic integration (Segment's facade), and a time without a zone
 * is read as there: as UTC after a `T`, as local time after a space. Segment's parser itself is not used, since it moves
 * impossible times into the next hour or month, reads local time by today's offset and takes no zone after a space.
 */
export function isoMilliseconds(text: string, strict: boolean): number | undefined {
  if (strict && (text.charAt(4) !== '-' || text.charAt(7) !== '-')) return undefined
  const parts = ISO_DATE.exec(text)
  if (!parts) return undefined

  const [, year, month = '01', day = '01', separator, hour = '00', minute = '00', second = '00', fraction = ''] = parts
  const [utc, zoneHour, zoneMinute = '00'] = parts.slice(9)
  const zone = zoneHour ? `${zoneHour}:${zoneMinute}` : utc || separator !== ' ' ? 'Z' : ''
  const date = `${year}-${month}-${day}`
  const milliseconds = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  return isCalendarDay(date) ? numberOf(milliseconds) : undefined
}

/** Browsers differ in whether they take the 30th of February for a date. */
function isCalendarDay(date: string): boolean {
  const milliseconds = Date.parse(`${date}T00:00Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date)
}

function numberOf(milliseconds: number): number | undefined {
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
