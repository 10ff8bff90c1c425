import type { Warn } from '../warnings'

/** A text or the digits of a number. `null` clears the field: an empty text, `null`, or another value, with a warning. */
export function toText(value: unknown, name: string, warn: Warn): string | null | undefined {
  if (value === undefined) return undefined
  if (value === null || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  warn(name, 'was dropped because it is not a string')
  return null
}
