import { parseDate } from './parse-date'

/**
 * Numbers from here on are milliseconds, as in the classic integration:
 * https://github.com/segmentio/analytics.js-integrations/tree/master/integrations/wootric
 */
const MIN_MILLISECONDS = 31_557_600_000

/** InMoment accepts 10 digits: https://github.com/Wootric/slate/blob/HEAD/source/includes/_settings_object.md */
const MAX_CREATED_AT = 9_999_999_999

/** Converts a date to InMoment's `created_at`: whole Unix seconds from 1 to 9999999999. `undefined` for anything else. */
export function convertCreatedAt(value: unknown): number | undefined {
  const seconds = convertDateToSeconds(value)
  return seconds !== undefined && seconds > 0 && seconds <= MAX_CREATED_AT ? seconds : undefined
}

/**
 * Converts a date to Unix seconds, rounded to the nearest second as Segment documents it:
 * https://segment.com/docs/connections/destinations/catalog/wootric-by-inmoment/
 *
 * Accepts a `Date`, a string that {@link parseDate} accepts, and Unix seconds or milliseconds as a number or a string,
 * with decimals. Returns `undefined` for anything else.
 */
export function convertDateToSeconds(value: unknown): number | undefined {
  const seconds = getSeconds(value)
  // Adding 0 turns the -0 of a moment just before 1970 into 0.
  return Number.isFinite(seconds) ? Math.round(seconds) + 0 : undefined
}

/** Returns seconds with decimals, or `NaN`. */
function getSeconds(value: unknown): number {
  if (typeof value === 'number') return value < MIN_MILLISECONDS ? value : value / 1000
  if (typeof value === 'string') {
    const text = value.trim()
    // Four, six or eight digits are a year, a month or a day.
    if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}(\d\d){0,2}$/.test(text)) return getSeconds(Number(text))
    return (parseDate(text) ?? NaN) / 1000
  }
  try {
    // Unlike `instanceof Date`, this accepts dates from other frames.
    return Date.prototype.getTime.call(value) / 1000
  } catch {
    return NaN
  }
}
