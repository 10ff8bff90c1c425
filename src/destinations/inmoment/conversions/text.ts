import type { Warn } from '../warnings'

/**
 * Converts a field's value to a string. Finite numbers become their digits, because IDs are often numbers.
 *
 * `undefined` stays `undefined`, which keeps the current value. `null` and an empty string become `null`, which clears
 * it. So do other values, with a warning.
 */
export function convertText(value: unknown, name: string, warn: Warn): string | null | undefined {
  if (value === undefined) return undefined
  if (value === null || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  warn(name, 'was dropped because it is not a string')
  return null
}
