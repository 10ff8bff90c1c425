import type { Warn } from '../warnings'
import type { Properties, PropertyValue } from '../wootric/types'
import { copyUsableObject, isUsableObject, MAX_LENGTH } from './copy-usable'
import type { Usable } from './copy-usable'
import { convertDateToSeconds } from './date-to-seconds'
import { addTypeSuffix } from './type-suffix'

/** Traits with their own key in `wootricSettings`. */
const EXCLUDED = /^(email|created(At|_at)?)$/

/** In characters. Flattening repeats the name of an object for each of its values. */
const MAX_NAME = 255

/**
 * Converts traits or event properties to InMoment's properties:
 * https://help.wootric.com/en/articles/4477859-user-attributes-and-wootric-properties
 *
 * - Keys that match `excluded` are not sent.
 * - Dates, as a `Date` or a string that starts with `YYYY-MM-DD`, become Unix seconds with the suffix `_date`.
 * - Objects are flattened: `{ address: { city } }` becomes `address_city`. A list that contains objects is flattened by
 *   position: `products_0_sku`. Other lists do not change, except that dates become ISO 8601 strings.
 * - `$`, `.` and NUL in names become `_`.
 * - With `hasTypeSuffixes`, names get the suffix of their type. See {@link addTypeSuffix}.
 *
 * Drops with a warning: values that cannot be sent, names longer than 255 characters, and everything after the first
 * 512 KB of names and text. If two names become equal, the value whose name did not change is sent, otherwise the first.
 * Returns `undefined` if `value` is not an object.
 */
export function convertProperties(
  value: unknown,
  name: string,
  warn: Warn,
  hasTypeSuffixes = false,
  excluded = EXCLUDED
): Properties | undefined {
  const kept = new Map<string, PropertyValue>()
  const renamed: [key: string, value: PropertyValue, path: string][] = []
  const drop = (path: string, reason: string) => warn(`${name}.${path}`, `was dropped because ${reason}`)
  let length = 0

  function add(key: string, value: PropertyValue, path: string): void {
    length += key.length + String(value).length
    if (key.length > MAX_NAME || length > MAX_LENGTH) drop(path, 'it is too long')
    else if (key === path) kept.set(key, value)
    else renamed.push([key, value, path])
  }

  function flatten(key: string, value: Usable, path: string): void {
    if (key.length > MAX_NAME) return drop(path, 'its name is too long')
    const hasOtherSuffix = hasTypeSuffixes && /_(amount|array)$/.test(key)
    const seconds = !hasOtherSuffix && isDate(value) ? convertDateToSeconds(value) : undefined
    if (seconds !== undefined) return add(key.replace(/(_date)?$/, '_date'), seconds, path)
    const plain = value instanceof Date ? value.toISOString() : value
    if (!isScalarOrList(plain, hasTypeSuffixes)) {
      const children = Object.entries<Usable>(plain)
      return children.forEach(([child, item]) => flatten(`${key}_${replaceForbidden(child)}`, item, `${path}.${child}`))
    }
    // Skips the positions of dropped items, which JSON would send as `null`.
    const whole = Array.isArray(plain) ? Object.values(plain) : plain
    const property: [string, PropertyValue] | undefined = hasTypeSuffixes ? addTypeSuffix(key, whole) : [key, whole]
    if (property) add(...property, path)
    else drop(path, 'it does not match the suffix of its name')
  }

  const traits = copyUsableObject(value, name, warn, excluded)
  if (!traits) return undefined
  for (const [key, item] of Object.entries<Usable>(traits)) flatten(replaceForbidden(key), item, key)
  for (const [key, value, path] of renamed) {
    // Every object already has `__proto__`.
    if (kept.has(key) || key === '__proto__' || excluded.test(key)) drop(path, `the name ${key} is taken`)
    else kept.set(key, value)
  }
  return Object.fromEntries(kept)
}

/** InMoment forbids these characters in names. */
function replaceForbidden(key: string): string {
  return key.replace(/[$.\0]/g, '_')
}

/** Other date formats occur in ordinary text. */
function isDate(value: Usable): boolean {
  return value instanceof Date || (typeof value === 'string' && /^\d{4}-\d\d-[^]*\S$/.test(value))
}

/** Whether InMoment accepts the value: no object, and with type suffixes no list in a list, which cannot become text. */
function isScalarOrList(value: Usable, isFlat: boolean): value is PropertyValue {
  if (!Array.isArray(value)) return !isUsableObject(value)
  return value.every((item) => isScalarOrList(item, isFlat) && !(isFlat && Array.isArray(item)))
}
