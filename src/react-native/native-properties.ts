import type { Warn } from '../destinations/inmoment/warnings'
import type { Properties, PropertyValue } from '../destinations/inmoment/wootric/types'
import { getEncodedLength, MAX_ENCODED_LENGTH, NOT_ENCODABLE } from './native-text'

/** The SDKs write each property as `&properties[key]=value`. */
const SEPARATORS = '&='.length

/**
 * Converts properties to strings. The SDKs truncate or drop other values, or crash on iOS:
 * https://github.com/Wootric/WootricSDK-iOS, https://github.com/Wootric/WootricSDK-Android
 *
 * Numbers and booleans are written out, lists are joined with commas, and `null` is dropped without a warning. Drops with
 * a warning: text that cannot be encoded in a URL, and properties from the end that exceed 4,000 encoded characters.
 */
export function convertToNativeProperties(properties: Properties, warn: Warn): Record<string, string> {
  const entries: [key: string, value: string][] = []
  let length = 0
  for (const [key, value] of Object.entries(properties)) {
    if (value === null) continue
    const text = convertToText(value)
    const size = getEncodedLength(`properties[${key}]${text}`) + SEPARATORS
    if (Number.isNaN(size)) warn(`properties.${key}`, NOT_ENCODABLE)
    else if (length + size > MAX_ENCODED_LENGTH) {
      // The rest is dropped too, so that the result does not depend on which of the later properties are short.
      length = Infinity
      warn(`properties.${key}`, `was dropped because the properties exceed ${MAX_ENCODED_LENGTH} characters in a URL`)
    } else {
      length += size
      entries.push([key, text])
    }
  }
  return Object.fromEntries(entries)
}

/** Missing items of a list stay empty, so that the others keep their positions. */
function convertToText(value: PropertyValue): string {
  return Array.isArray(value) ? value.map(convertToText).join(',') : String(value ?? '')
}
