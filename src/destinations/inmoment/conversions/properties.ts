import type { Properties, PropertyValue } from '../beacon-types'
import type { Warn } from '../warnings'
import { filled, unfilled } from '../filled'
import { isoMilliseconds } from './iso-date'
import { typedProperty } from './typed-property'
import { isUsableObject, usableObject, type Usable } from './usable'
import { toWholeSeconds } from './whole-seconds'

/** Traits that have a key of their own in `wootricSettings`. */
const OUTSIDE_PROPERTIES = new Set(['email', 'createdAt', 'created_at', 'created'])

/** Names that no key may come to by a change: `__proto__` is taken in every object. */
const RESERVED = new Set([...OUTSIDE_PROPERTIES, '__proto__'])

/** InMoment refuses these in a key (InMoment: User Attributes and Wootric Properties). */
const FORBIDDEN_IN_KEY = /[$.\0]/
const FORBIDDEN_IN_KEYS = new RegExp(FORBIDDEN_IN_KEY, 'g')

const DATE_SUFFIX = '_date'

/** Names that tell another type than a date. */
const OTHER_TYPE = /_(amount|array)$/

/**
 * The `properties` that InMoment takes, from Segment traits or event properties (InMoment: User Attributes and Wootric
 * Properties; the naming of dates is the classic integration's).
 *
 * - `email`, `createdAt`, `created_at` and `created` stay out.
 * - Dates, as `Date` or as text of the form `YYYY-MM-DD…`, become Unix seconds under `key_date`.
 * - Objects are flattened: `{ address: { city } }` becomes `address_city`, and an array that holds objects gets the
 *   places as names, `products_0_sku`. Any other array stays one, its dates as ISO 8601 text.
 * - `$`, `.` and NUL in keys become `_`.
 * - Everything else keeps its name and value; what cannot be sent is left out and named.
 *
 * Where two keys meet in one name, the one that has the name already wins, else the first, and the other is named.
 * A value that is not an object is `undefined` and named.
 *
 * With `typedNames`, names get InMoment's suffixes for types too, see {@link typedProperty}.
 */
export function toProperties(value: unknown, name: string, warn: Warn, typedNames = false): Properties | undefined {
  const collecting: Collecting = { kept: unfilled(), renamed: [], name, warn, typedNames }
  const traits = usableObject(value, name, warn, OUTSIDE_PROPERTIES, (path, item) => {
    let [, from = ''] = path
    let key = cleaned(from)
    for (let place = 2; place < path.length; place++) {
      key += `_${cleaned(path[place] ?? '')}`
      from += `.${path[place] ?? ''}`
    }
    add(collecting, key, item, from)
  })
  if (!traits) return undefined
  const { kept, renamed } = collecting
  for (const { key, value, from } of renamed) {
    if (key in kept || RESERVED.has(key)) warn(`${name}.${from}`, `was left out: the name ${key} is taken`)
    else kept[key] = value
  }
  return filled(kept)
}

/** Properties that are being collected. */
interface Collecting {
  /** Those that keep their names. */
  kept: Properties
  renamed: { key: string; value: PropertyValue; from: string }[]
  name: string
  warn: Warn
  typedNames: boolean
}

function add(collecting: Collecting, key: string, value: Usable, from: string): void {
  const { typedNames } = collecting
  const milliseconds = typedNames && OTHER_TYPE.test(key) ? undefined : dateOf(value)
  if (milliseconds !== undefined) {
    const dateKey = key.endsWith(DATE_SUFFIX) ? key : key + DATE_SUFFIX
    place(collecting, dateKey, toWholeSeconds(milliseconds / 1000), from)
  } else if (isScalarOrList(value, typedNames)) {
    placeTyped(collecting, key, withDatesAsText(value), from)
  } else {
    for (const [child, item] of Object.entries<Usable>(value)) {
      add(collecting, `${key}_${cleaned(child)}`, item, `${from}.${child}`)
    }
  }
}

function placeTyped(collecting: Collecting, key: string, value: PropertyValue, from: string): void {
  const { name, warn, typedNames } = collecting
  if (!typedNames) return place(collecting, key, value, from)
  const typed = typedProperty(key, value)
  if (typed) place(collecting, typed.key, typed.value, from)
  else warn(`${name}.${from}`, 'was left out: it does not fit the type that its name ends in')
}

function place({ kept, renamed }: Collecting, key: string, value: PropertyValue, from: string): void {
  if (key === from) kept[key] = value
  else renamed.push({ key, value, from })
}

function cleaned(key: string): string {
  return FORBIDDEN_IN_KEY.test(key) ? key.replace(FORBIDDEN_IN_KEYS, '_') : key
}

function dateOf(value: Usable): number | undefined {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string') return isoMilliseconds(value, true)
}

/** Whether the value can stay whole: without an object in it, or a list where it has to be `flat`. */
function isScalarOrList(value: Usable, flat: boolean): value is Scalar | Scalar[] {
  if (Array.isArray(value)) return value.every((item) => isScalarOrList(item, flat) && !(flat && Array.isArray(item)))
  return !isUsableObject(value)
}

type Scalar = Exclude<PropertyValue, unknown[]> | Date

function withDatesAsText(value: Scalar | Scalar[]): PropertyValue {
  if (Array.isArray(value)) return value.map(withDatesAsText)
  return value instanceof Date ? value.toISOString() : value
}
