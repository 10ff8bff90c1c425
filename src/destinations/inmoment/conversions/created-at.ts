import { isIsoShaped, isoMilliseconds } from './iso-date'
import { toWholeSeconds } from './whole-seconds'

/**
 * Segment's own border between seconds and milliseconds (the classic integration's date parser): a smaller number
 * counts seconds.
 */
const FIRST_MILLISECONDS = 31_557_600_000

/** The furthest that a `Date` reaches from 1970, in seconds. */
const LAST_SECONDS = 8.64e12

/**
 * The `created_at` that InMoment takes: a Unix timestamp in whole seconds, rounded to the nearest (InMoment: Segment
 * destination).
 *
 * Takes a `Date`, an ISO 8601 text (`YYYYMMDD` too), or Unix seconds or milliseconds as a number or as text, decimals
 * included. Anything else, such as an invalid date or a day that no calendar has, is `undefined`.
 */
export function toCreatedAt(value: unknown): number | undefined {
  const seconds = toSeconds(value)
  return Math.abs(seconds) <= LAST_SECONDS ? toWholeSeconds(seconds) : undefined
}

/** `NaN` where the value is no date. */
function toSeconds(value: unknown): number {
  if (typeof value === 'number') return value < FIRST_MILLISECONDS ? value : value / 1000
  if (typeof value === 'string') return textToSeconds(value.trim())
  return dateToSeconds(value)
}

/** By the method of dates, which knows those of another frame too and is deceived by nothing. */
function dateToSeconds(value: unknown): number {
  try {
    return Date.prototype.getTime.call(value) / 1000
  } catch {
    return NaN
  }
}

function textToSeconds(text: string): number {
  if (isIsoShaped(text)) return (isoMilliseconds(text, false) ?? NaN) / 1000
  return /^-?\d+(\.\d+)?$/.test(text) ? toSeconds(Number(text)) : NaN
}
