/// <reference path="./segment-isodate.d.ts" />
import { is, parse } from '@segment/isodate'

/**
 * The milliseconds since 1970 of an ISO 8601 text, or `undefined` where it is none. `strict` asks for at least
 * `YYYY-MM-DD`; without it `YYYYMMDD`, `YYYY-MM` and `YYYY` are dates too. A time without a zone is UTC after a `T` and
 * local after a space.
 *
 * The parser is the one behind Segment's facade, so that a text is a date here exactly where it was one for the
 * classic integration, but for days that no calendar has, which that parser moves into the next month.
 */
export function isoMilliseconds(text: string, strict: boolean): number | undefined {
  if (!is(text, strict)) return undefined
  // The parser takes a time after a space for local even where a zone is given.
  const milliseconds = parse(text.replace(/ (?=.*[Z+-])/, 'T')).getTime()
  return isCalendarDay(text) && !Number.isNaN(milliseconds) ? milliseconds : undefined
}

function isCalendarDay(text: string): boolean {
  const [, year = '', month = '01', day = '01'] = /^(\d{4})-?(\d\d)?-?(\d\d)?/.exec(text) ?? []
  const rolled = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return rolled.getUTCMonth() === Number(month) - 1 && rolled.getUTCDate() === Number(day)
}
