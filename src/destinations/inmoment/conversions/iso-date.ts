/** Year, month, day; then what separates the time, hour, minute, second, its fraction, and the zone. */
const ISO_DATE =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:([T ])(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?)?$/

/** So many milliseconds have 400 years. */
const YEARS_400 = 146_097 * 86_400_000

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
  // Most texts are no dates, and this is seen at once.
  if (strict && (text.charAt(4) !== '-' || text.charAt(7) !== '-')) return undefined
  const parts = ISO_DATE.exec(text)
  if (!parts) return undefined

  const [, year, month = '01', day = '01', separator, hour = '0', minute = '0', second = '0', fraction = ''] = parts
  const [, , , , , , , , , utc, zoneHour, zoneMinute = '0'] = parts
  const date = [Number(year), Number(month) - 1, Number(day)] as const
  const time = [Number(hour), Number(minute), Number(second), Number(`${fraction}00`.slice(0, 3))] as const
  const [zoneHours, zoneMinutes] = [Number(zoneHour ?? 0), Number(zoneMinute)]
  if (!isCalendarDay(...date) || !isTimeOfDay(...time)) return undefined
  if (Math.abs(zoneHours) > 23 || zoneMinutes > 59) return undefined
  if (separator === ' ' && !utc && !zoneHour) return localOf(date, time)
  const minutes = zoneHours * 60 + (zoneHour?.startsWith('-') ? -zoneMinutes : zoneMinutes)
  return utcOf(...date, ...time) - minutes * 60_000
}

/** The calendar goes on from a day that it has not. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(utcOf(year, month, day))
  return date.getUTCFullYear() === year && date.getUTCDate() === day
}

/** `Date.UTC` takes a year before 100 for one of the twentieth century. The calendar is the same every 400 years. */
function utcOf(year: number, ...parts: [month: number, day: number, ...time: number[]]): number {
  return Date.UTC(year + 400, ...parts) - YEARS_400
}

/** By setters, which take a year before 100 for itself. */
function localOf(date: readonly [number, number, number], time: readonly [number, number, number, number]): number {
  const local = new Date(2000, 0)
  local.setFullYear(...date)
  return local.setHours(...time)
}

/** Up to the midnight that ends the day. */
function isTimeOfDay(hour: number, minute: number, second: number, millisecond: number): boolean {
  return minute < 60 && second < 60 && (hour < 24 || hour * 3600 + minute * 60 + second + millisecond === 86_400)
}
