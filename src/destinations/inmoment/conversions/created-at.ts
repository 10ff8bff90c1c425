import { parseDate } from './parse-date'
import { toWholeSeconds } from './whole-seconds'

/** Smaller numbers are seconds (https://github.com/segmentio/analytics.js-integrations: the classic date parser). */
const FIRST_MILLISECONDS = 31_557_600_000

/** InMoment accepts 10 digits. */
const MAX_CREATED_AT = 9_999_999_999

/** InMoment's `created_at`: a date in whole Unix seconds, positive and with at most 10 digits. Others are `undefined`. */
export function toCreatedAt(value: unknown): number | undefined {
  const seconds = toSeconds(value)
  return seconds !== undefined && seconds > 0 && seconds <= MAX_CREATED_AT ? seconds : undefined
}

/**
 * A date in whole Unix seconds. Accepts a `Date`, a text that {@link parseDate} accepts, or Unix seconds or milliseconds
 * as a number or as text, with decimals. Anything else is `undefined`.
 */
export function toSeconds(value: unknown): number | undefined {
  const seconds = toNumber(value)
  return Number.isFinite(seconds) ? toWholeSeconds(seconds) : undefined
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value < FIRST_MILLISECONDS ? value : value / 1000
  if (typeof value === 'string') {
    const text = value.trim()
    // Text of 4, 6 or 8 digits is a year, a month or a day.
    if (/^-?\d+(\.\d+)?$/.test(text) && !/^\d{4}(\d\d){0,2}$/.test(text)) return toNumber(Number(text))
    return (parseDate(text) ?? NaN) / 1000
  }
  try {
    // By the method of dates, which works for another frame's dates too.
    return Date.prototype.getTime.call(value) / 1000
  } catch {
    return NaN
  }
}
