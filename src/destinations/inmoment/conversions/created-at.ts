import { isIsoShaped, isoMilliseconds } from './iso-date'
import { toWholeSeconds } from './whole-seconds'

/** Smaller numbers are seconds (https://github.com/segmentio/analytics.js-integrations: the classic date parser). */
const FIRST_MILLISECONDS = 31_557_600_000

/** The range of a `Date`, in seconds from 1970. */
const MAX_SECONDS = 8.64e12

/**
 * InMoment's `created_at`, in whole seconds. Accepts a `Date`, an ISO 8601 text (`YYYYMMDD` too), or Unix seconds or
 * milliseconds as a number or as text, with decimals. Anything else, such as a day that does not exist, is `undefined`.
 */
export function toCreatedAt(value: unknown): number | undefined {
  const seconds = toSeconds(value)
  return Math.abs(seconds) <= MAX_SECONDS ? toWholeSeconds(seconds) : undefined
}

/** `NaN` if the value is not a date. */
function toSeconds(value: unknown): number {
  if (typeof value === 'number') return value < FIRST_MILLISECONDS ? value : value / 1000
  if (typeof value === 'string') {
    const text = value.trim()
    if (isIsoShaped(text)) return (isoMilliseconds(text, false) ?? NaN) / 1000
    return /^-?\d+(\.\d+)?$/.test(text) ? toSeconds(Number(text)) : NaN
  }
  try {
    // By the method of dates, which works for another frame's dates too.
    return Date.prototype.getTime.call(value) / 1000
  } catch {
    return NaN
  }
}
