import { attempt } from '../destinations/inmoment/attempt'
import type { Warn } from '../destinations/inmoment/warnings'

/** In encoded characters. The SDKs put all values into the URL of a request. */
export const MAX_ENCODED_LENGTH = 4_000

export const NOT_ENCODABLE = 'was dropped because it cannot be encoded in a URL'

/** Drops text that cannot be in a URL, with a warning. Returns `undefined` for an empty text too. */
export function convertToNativeText(text: string | null | undefined, name: string, warn: Warn): string | undefined {
  if (!text) return undefined
  const length = getEncodedLength(text)
  if (length <= MAX_ENCODED_LENGTH) return text
  warn(
    name,
    Number.isNaN(length) ? NOT_ENCODABLE : `was dropped because it exceeds ${MAX_ENCODED_LENGTH} characters in a URL`
  )
  return undefined
}

/** Returns the length of a text in a URL, or `NaN` for a text with half of a surrogate pair. */
export function getEncodedLength(text: string): number {
  let length = NaN
  attempt(() => (length = encodeURIComponent(text).length))
  return length
}
