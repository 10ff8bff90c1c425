import type { PropertyValue } from '../wootric/types'
import { toSeconds } from './created-at'

/**
 * Adds the suffix that gives a property its type in InMoment
 * (https://help.wootric.com/en/articles/4477859-user-attributes-and-wootric-properties): `_amount` for integers, and
 * `_array` for lists, as comma-separated text. Keys with a suffix keep it: `_amount` accepts integers, `_date` dates and
 * timestamps, converted to seconds, and `_array` lists and text. Returns `undefined` if the value does not match the
 * suffix. Other values do not change.
 */
export function typedProperty(key: string, value: PropertyValue): { key: string; value: PropertyValue } | undefined {
  if (value === null) return { key, value }
  if (key.endsWith('_amount')) return Number.isInteger(value) ? { key, value } : undefined
  if (key.endsWith('_date')) {
    const seconds = toSeconds(value)
    return seconds === undefined ? undefined : { key, value: seconds }
  }
  if (Array.isArray(value)) return { key: key.endsWith('_array') ? key : `${key}_array`, value: value.join(',') }
  if (key.endsWith('_array')) return typeof value === 'string' ? { key, value } : undefined
  return { key: Number.isInteger(value) ? `${key}_amount` : key, value }
}
