import type { Warn } from '../warnings'

/**
 * The value of a text field: `undefined` where the event says nothing of it, `null` where it says that there is none
 * (`null`, an empty text, or a value that cannot be used, which is named). A finite number becomes its digits.
 */
export function toText(value: unknown, name: string, warn: Warn): string | null | undefined {
  if (value === undefined) return undefined
  if (value === null || value === '') return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  warn(name, 'was dropped because it is not a string')
  return null
}
