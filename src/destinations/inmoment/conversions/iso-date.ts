/** Year, month, day; then what separates the time, hour, minute, second, its fraction, and the zone. */
const ISO_DATE =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:([T ])(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?)?$/

/** Whether the text has the format of an ISO 8601 date, which may not exist. */
export function isIsoShaped(text: string): boolean {
  return ISO_DATE.test(text)
}

/**
 * The milliseconds since 1970 of an ISO 8601 text, or `undefined` for another text, or a day or time that does not exist.
 * `strict` requires at least `YYYY-MM-DD`; without it, `YYYYMMDD`, `YYYY-MM` and `YYYY` are dates too. A time without a
 * zone is UTC after a `T`, and local after a space, as in the classic integration (https://github.com/segmentio/isodate).
 */
export function isoMilliseconds(text: string, strict: boolean): number | undefined {
  const parts = strict && !/^\d{4}-\d\d-/.test(text) ? undefined : ISO_DATE.exec(text)
  if (!parts) return undefined
  const [, year, month = '01', day = '01', separator, hour = '00', minute = '00', second = '00', fraction = ''] = parts
  const [utc, zoneHour, zoneMinute = '00'] = parts.slice(9)
  const zone = zoneHour ? `${zoneHour}:${zoneMinute}` : utc || separator !== ' ' ? 'Z' : ''
  const date = `${year}-${month}-${day}`
  const milliseconds = Date.parse(`${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`)
  // Browsers differ in whether they accept February 30.
  const midnight = new Date(`${date}T00:00Z`).toJSON() as string | null
  return midnight?.startsWith(date) && !Number.isNaN(milliseconds) ? milliseconds : undefined
}
