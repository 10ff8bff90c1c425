import type { PropertyValue } from '../wootric/types'
import { toSeconds } from './created-at'

/**
 * A property under the name that tells InMoment its type (InMoment: User Attributes and Wootric Properties): an integer
 * under `key_amount`, a list of scalars as comma-separated text under `key_array`. A key that carries a suffix already
 * keeps it, and `undefined` is a value that does not fit it: `_amount` takes integers, `_date` what is a date or a
 * timestamp, in seconds afterwards, and `_array` lists and text. Everything else is text for InMoment, and stays.
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
