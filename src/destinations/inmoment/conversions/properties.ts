import type { Warn } from '../warnings'
import type { Properties, PropertyValue } from '../wootric/types'
import { isoMilliseconds } from './iso-date'
import { typedProperty } from './typed-property'
import { isUsableObject, usableObject, type Usable } from './usable'
import { toWholeSeconds } from './whole-seconds'

/** Traits that have their own key in `wootricSettings`. */
const OTHER_KEYS = ['email', 'createdAt', 'created_at', 'created']

/** Names that a changed name must not collide with: every object already has `__proto__`. */
const RESERVED = [...OTHER_KEYS, '__proto__']

const DATE_SUFFIX = '_date'

/** Suffixes of other types. */
const OTHER_SUFFIX = /_(amount|array)$/

/**
 * The `properties` that InMoment accepts, from Segment traits or event properties
 * (InMoment help: User Attributes and Wootric Properties; the names of dates are the classic integration's).
 *
 * - `email`, `createdAt`, `created_at` and `created` are left out.
 * - Dates, as `Date` or as text in the format `YYYY-MM-DD…`, become Unix seconds with the name `key_date`.
 * - Objects are flattened: `{ address: { city } }` becomes `address_city`, and an array that contains objects gets its
 *   positions as names, `products_0_sku`. Other arrays stay arrays, with dates as ISO 8601 text.
 * - `$`, `.` and NUL in names become `_`.
 * - Everything else keeps its name and value. Unusable values are dropped with a warning.
 *
 * If two names become equal, the one that did not change wins, otherwise the first; the other is dropped with a warning.
 * A value that is not an object is `undefined`, with a warning.
 *
 * With `typedNames`, names also get InMoment's suffixes for types, see {@link typedProperty}.
 */
export function toProperties(value: unknown, name: string, warn: Warn, typedNames = false): Properties | undefined {
  const traits = usableObject(value, name, warn, OTHER_KEYS)
  if (!traits) return undefined
  const collected: Collected = { kept: new Map(), renamed: [], name, warn, typedNames }
  for (const [key, item] of Object.entries<Usable>(traits)) collect(collected, clean(key), item, key)
  const { kept, renamed } = collected
  for (const { key, value, from } of renamed) {
    if (kept.has(key) || RESERVED.includes(key)) warn(`${name}.${from}`, `was dropped because the name ${key} is taken`)
    else kept.set(key, value)
  }
  return Object.fromEntries(kept)
}

interface Collected {
  /** Properties that keep their names. */
  kept: Map<string, PropertyValue>
  renamed: { key: string; value: PropertyValue; from: string }[]
  name: string
  warn: Warn
  typedNames: boolean
}

function collect(collected: Collected, key: string, value: Usable, from: string): void {
  const { typedNames } = collected
  const milliseconds = typedNames && OTHER_SUFFIX.test(key) ? undefined : toMilliseconds(value)
  if (milliseconds !== undefined) {
    const dateKey = key.endsWith(DATE_SUFFIX) ? key : key + DATE_SUFFIX
    put(collected, dateKey, toWholeSeconds(milliseconds / 1000), from)
  } else if (isScalarOrList(value, typedNames)) {
    putTyped(collected, key, withDatesAsText(value), from)
  } else {
    for (const [child, item] of Object.entries<Usable>(value)) {
      collect(collected, `${key}_${clean(child)}`, item, `${from}.${child}`)
    }
  }
}

function putTyped(collected: Collected, key: string, value: PropertyValue, from: string): void {
  const { name, warn, typedNames } = collected
  if (!typedNames) return put(collected, key, value, from)
  const typed = typedProperty(key, value)
  if (typed) put(collected, typed.key, typed.value, from)
  else warn(`${name}.${from}`, 'was dropped because it does not match the suffix of its name')
}

function put({ kept, renamed }: Collected, key: string, value: PropertyValue, from: string): void {
  if (key === from) kept.set(key, value)
  else renamed.push({ key, value, from })
}

function clean(key: string): string {
  return key.replace(/[$.\0]/g, '_')
}

function toMilliseconds(value: Usable): number | undefined {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string') return isoMilliseconds(value, true)
}

type Scalar = Exclude<PropertyValue, unknown[]> | Date

/** Whether the value can stay whole: it contains no object, and no list in a list if it must be `flat`. */
function isScalarOrList(value: Usable, flat: boolean): value is Scalar | Scalar[] {
  if (Array.isArray(value)) return value.every((item) => isScalarOrList(item, flat) && !(flat && Array.isArray(item)))
  return !isUsableObject(value)
}

function withDatesAsText(value: Scalar | Scalar[]): PropertyValue {
  if (Array.isArray(value)) return value.map(withDatesAsText)
  return value instanceof Date ? value.toISOString() : value
}
