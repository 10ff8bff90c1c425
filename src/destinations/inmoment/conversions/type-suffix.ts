import type { PropertyValue } from '../wootric/types'
import { convertDateToSeconds } from './date-to-seconds'

/**
 * Adds the suffix from which InMoment takes a property's type:
 * https://help.wootric.com/en/articles/4477859-user-attributes-and-wootric-properties
 *
 * - An integer gets `_amount`.
 * - A list gets `_array` and becomes comma-separated text.
 * - A name that ends in `_amount`, `_date` or `_array` does not change. Its value must match: an integer, a date or
 *   timestamp (which becomes Unix seconds), or a list or string. If it does not, the result is `undefined`.
 * - Everything else is text for InMoment and does not change.
 */
export function addTypeSuffix(key: string, value: PropertyValue): [key: string, value: PropertyValue] | undefined {
  if (value === null) return [key, value]
  if (key.endsWith('_amount')) return Number.isInteger(value) ? [key, value] : undefined
  if (key.endsWith('_date')) {
    const seconds = convertDateToSeconds(value)
    return seconds === undefined ? undefined : [key, seconds]
  }
  if (Array.isArray(value)) return [key.replace(/(_array)?$/, '_array'), value.join(',')]
  if (key.endsWith('_array')) return typeof value === 'string' ? [key, value] : undefined
  return [Number.isInteger(value) ? `${key}_amount` : key, value]
}
