import type { Warn } from '../warnings'
import type { Properties, PropertyValue } from '../wootric/types'
import { isoMilliseconds } from './iso-date'
import { typedProperty } from './typed-property'
import { isUsableObject, usableObject, type Usable } from './usable'
import { toWholeSeconds } from './whole-seconds'

/** Traits that have their own key in `wootricSettings`. */
const OTHER_KEYS = ['email', 'createdAt', 'created_at', 'created']

/**
 * Traits or event properties in InMoment's format (InMoment help: User Attributes and Wootric Properties):
 * - `email`, `createdAt`, `created_at` and `created` are left out.
 * - Dates, as `Date` or as text in the format `YYYY-MM-DD…`, become Unix seconds with the name `key_date`.
 * - Objects are flattened: `{ address: { city } }` becomes `address_city`, and an array that contains objects gets its
 *   positions as names, `products_0_sku`. Other arrays stay arrays, with dates as ISO 8601 text.
 * - `$`, `.` and NUL in names become `_`. With `typedNames`, names get suffixes, see {@link typedProperty}.
 * - Everything else keeps its name and value. Unusable values are dropped with a warning. If two names become equal, the
 *   one that did not change wins, otherwise the first.
 */
export function toProperties(value: unknown, name: string, warn: Warn, typedNames = false): Properties | undefined {
  const kept = new Map<string, PropertyValue>()
  const renamed: [key: string, value: PropertyValue, from: string][] = []
  const drop = (from: string, reason: string) => warn(`${name}.${from}`, `was dropped because ${reason}`)

  function put(key: string, value: PropertyValue, from: string): void {
    if (key === from) kept.set(key, value)
    else renamed.push([key, value, from])
  }

  function flatten(key: string, value: Usable, from: string): void {
    const milliseconds = typedNames && /_(amount|array)$/.test(key) ? undefined : toMilliseconds(value)
    const seconds = toWholeSeconds((milliseconds ?? 0) / 1000)
    if (milliseconds !== undefined) return put(key.replace(/(_date)?$/, '_date'), seconds, from)
    const plain = value instanceof Date ? value.toISOString() : value
    if (!isScalarOrList(plain, typedNames)) {
      const children = Object.entries<Usable>(plain)
      return children.forEach(([child, item]) => flatten(`${key}_${clean(child)}`, item, `${from}.${child}`))
    }
    const typed = typedNames ? typedProperty(key, plain) : { key, value: plain }
    if (typed) put(typed.key, typed.value, from)
    else drop(from, 'it does not match the suffix of its name')
  }

  const traits = usableObject(value, name, warn, OTHER_KEYS)
  if (!traits) return undefined
  for (const [key, item] of Object.entries<Usable>(traits)) flatten(clean(key), item, key)
  for (const [key, value, from] of renamed) {
    // Every object already has `__proto__`.
    if (kept.has(key) || key === '__proto__' || OTHER_KEYS.includes(key)) drop(from, `the name ${key} is taken`)
    else kept.set(key, value)
  }
  return Object.fromEntries(kept)
}

function clean(key: string): string {
  return key.replace(/[$.\0]/g, '_')
}

function toMilliseconds(value: Usable): number | undefined {
  return value instanceof Date ? value.getTime() : typeof value === 'string' ? isoMilliseconds(value, true) : undefined
}

/** Whether the value can stay whole: it contains no object, and no list in a list if it must be `flat`. */
function isScalarOrList(value: Usable, flat: boolean): value is PropertyValue {
  if (Array.isArray(value)) return value.every((item) => isScalarOrList(item, flat) && !(flat && Array.isArray(item)))
  return !isUsableObject(value)
}
