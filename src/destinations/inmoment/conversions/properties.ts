import type { Warn } from '../warnings'
import type { Properties, PropertyValue } from '../wootric/types'
import { parseDate } from './parse-date'
import { typedProperty } from './typed-property'
import { isUsableObject, MAX_LENGTH, usableObject, type Usable } from './usable'
import { toWholeSeconds } from './whole-seconds'

/** Traits that have a separate key in `wootricSettings`. */
const OTHER_KEYS = /^(email|created(At|_at)?)$/

/** In characters. Long names are slow to hash, and flattening repeats them for each value inside. */
const MAX_NAME = 255

/**
 * Converts traits or event properties to InMoment's format
 * (https://help.wootric.com/en/articles/4477859-user-attributes-and-wootric-properties). Returns `undefined` if `value`
 * is not an object.
 * - Names that match `otherKeys` are skipped.
 * - Dates, as `Date` or as text in the format `YYYY-MM-DD…`, become Unix seconds with the name `key_date`.
 * - Objects are flattened: `{ address: { city } }` becomes `address_city`. So are arrays that contain objects, by position:
 *   `products_0_sku`. Other arrays stay arrays, with dates as ISO 8601 text.
 * - `$`, `.` and NUL in names become `_`. With `typedNames`, {@link typedProperty} adds suffixes.
 * - Everything else keeps its name and value. Unusable values, names longer than 255 characters, and everything
 *   after 512 KB of names and text are dropped with a warning. If two names become equal, the value whose name did not
 *   change wins, otherwise the first.
 */
export function toProperties(
  value: unknown,
  name: string,
  warn: Warn,
  typedNames = false,
  otherKeys = OTHER_KEYS
): Properties | undefined {
  const kept = new Map<string, PropertyValue>()
  const renamed: [key: string, value: PropertyValue, from: string][] = []
  const drop = (from: string, reason: string) => warn(`${name}.${from}`, `was dropped because ${reason}`)
  let length = 0

  function put(key: string, value: PropertyValue, from: string): void {
    length += key.length + String(value).length
    if (key.length > MAX_NAME || length > MAX_LENGTH) drop(from, 'it is too long')
    else if (key === from) kept.set(key, value)
    else renamed.push([key, value, from])
  }

  function flatten(key: string, value: Usable, from: string): void {
    if (key.length > MAX_NAME) return drop(from, 'its name is too long')
    const milliseconds = typedNames && /_(amount|array)$/.test(key) ? undefined : toMilliseconds(value)
    const seconds = toWholeSeconds((milliseconds ?? 0) / 1000)
    if (milliseconds !== undefined) return put(key.replace(/(_date)?$/, '_date'), seconds, from)
    const plain = value instanceof Date ? value.toISOString() : value
    if (!isScalarOrList(plain, typedNames)) {
      const children = Object.entries<Usable>(plain)
      return children.forEach(([child, item]) => flatten(`${key}_${clean(child)}`, item, `${from}.${child}`))
    }
    const whole = Array.isArray(plain) ? Object.values(plain) : plain
    const typed = typedNames ? typedProperty(key, whole) : { key, value: whole }
    if (typed) put(typed.key, typed.value, from)
    else drop(from, 'it does not match the suffix of its name')
  }

  const traits = usableObject(value, name, warn, otherKeys)
  if (!traits) return undefined
  for (const [key, item] of Object.entries<Usable>(traits)) flatten(clean(key), item, key)
  for (const [key, value, from] of renamed) {
    // Every object already has `__proto__`.
    if (kept.has(key) || key === '__proto__' || otherKeys.test(key)) drop(from, `the name ${key} is taken`)
    else kept.set(key, value)
  }
  return Object.fromEntries(kept)
}

function clean(key: string): string {
  return key.replace(/[$.\0]/g, '_')
}

/** Other date formats also occur in ordinary text. */
function toMilliseconds(value: Usable): number | undefined {
  if (value instanceof Date) return value.getTime()
  return typeof value === 'string' && /^\d{4}-\d\d-/.test(value) ? parseDate(value) : undefined
}

/** Whether the value is sent without flattening: it contains no object and, if it must be `flat`, no nested list. */
function isScalarOrList(value: Usable, flat: boolean): value is PropertyValue {
  if (Array.isArray(value)) return value.every((item) => isScalarOrList(item, flat) && !(flat && Array.isArray(item)))
  return !isUsableObject(value)
}
