import { parseDate } from './parse-date'
import { toWholeSeconds } from './whole-seconds'

/** Smaller numbers are seconds, as in the classic integration (https://github.com/segmentio/analytics.js-integrations). */
const FIRST_MILLISECONDS = 31_557_600_000

/** InMoment accepts 10 digits (https://docs.wootric.com/javascript/). */
const MAX_CREATED_AT = 9_999_999_999

/**
 * Converts a date to InMoment's `created_at`: whole Unix seconds, positive, with at most 10 digits. Returns `undefined` for
 * other values.
 */
export function toCreatedAt(value: unknown): number | undefined {
  const seconds = toSeconds(value)
  return seconds !== undefined && seconds > 0 && seconds <= MAX_CREATED_AT ? seconds : undefined
}

/**
 * Converts a date to whole Unix seconds. Accepts a `Date`, text that {@link parseDate} accepts, and Unix seconds or
 * milliseconds as a number or as text, with decimals. Returns `undefined` for other values.
 */
export function toSeconds(value: unknown): number | undefined {
  const seconds = toNumber(value)
  return Number.isFinite(seconds) ? toWholeSeconds(seconds) : undefined
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value < FIRST_MILLISECONDS ? value : value / 1000
  if (typeof value === 'string') {
    const text = value.trim()
    // Text of 4, 6 or 8 digits is a year, a month or a day: YYYY, YYYYMM, YYYYMMDD.
    if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}(\d\d){0,2}$/.test(text)) return toNumber(Number(text))
    return (parseDate(text) ?? NaN) / 1000
  }
  try {
    // Unlike `instanceof Date`, this also accepts dates of another frame.
    return Date.prototype.getTime.call(value) / 1000
  } catch {
    return NaN
  }
}
