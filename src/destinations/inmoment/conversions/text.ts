import type { Warn } from '../warnings'

/**
 * Converts a string or a number to a string. Returns `undefined` to keep a value, and `null` to clear it: for an empty
 * string, for `null`, and with a warning for other values.
 */
export function toText(value: unknown, name: string, warn: Warn): string | null | undefined {
  if (value === undefined) return undefined
  if (value === null || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  warn(name, 'was dropped because it is not a string')
  return null
}
