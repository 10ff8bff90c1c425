import { attempt } from '../attempt'
import { isObject } from '../is-object'
import type { Warn } from '../warnings'

/** A value that can be sent. Dates still have to be converted; in lists they are ISO 8601 text. */
export type Usable = string | number | boolean | null | Date | Usable[] | UsableObject
export interface UsableObject {
  [key: string]: Usable
}

/** An object counts each time it is referenced: a few dozen nested references could fill any memory. */
const MAX_VALUES = 100_000
/** In characters, including names: 512 KB. */
export const MAX_LENGTH = 524_288
/** Code that reads a much deeper copy recursively would overflow the stack. */
const MAX_DEPTH = 1_000

/**
 * Copies `value` without anything that cannot be sent: functions, symbols, bigints, numbers and dates that are not finite,
 * cycles, properties that throw when read, objects other than plain objects, arrays and dates, and everything after the
 * first 100,000 values or 512 KB, or below 1,000 levels. Each is dropped with a warning that has its path below `name`.
 * `undefined`, and keys of `value` that match `except`, are skipped without a warning. Lists keep their positions.
 */
export function usable(value: unknown, name: string, warn: Warn, except?: RegExp): Usable | undefined {
  const path = [name]
  const ancestors: object[] = []
  let count = 0
  let length = 0

  function drop(reason: string): undefined {
    warn(path.join('.'), `was dropped because ${reason}`)
  }

  function copy(value: unknown): Usable | undefined {
    count += 1
    length += typeof value === 'string' ? value.length : 0
    const isTooLarge = count > MAX_VALUES || length > MAX_LENGTH || ancestors.length > MAX_DEPTH + 1
    if (isTooLarge) return drop('there are too many values')
    if (typeof value === 'string' || typeof value === 'boolean' || value === undefined || value === null) return value
    if (typeof value === 'number') return Number.isFinite(value) ? value : drop('it is not a finite number')
    if (typeof value !== 'object') return drop(`it is a ${typeof value}`)
    if (ancestors.includes(value)) return drop('it contains itself')
    const depth = path.length
    ancestors.push(value)
    let copied: Usable | undefined
    const isReadable = attempt(() => (copied = copyObject(value)))
    ancestors.pop()
    path.length = depth
    return isReadable ? copied : drop('it cannot be read')
  }

  function copyObject(object: object): Usable | undefined {
    // Not by constructor: objects and dates of another frame have different constructors.
    const tag = Object.prototype.toString.call(object).slice(8, -1)
    if (Array.isArray(object)) {
      const items: Usable[] = []
      for (const [key, item] of copyEntries(object)) {
        // An array can have keys that are not positions.
        if (/^\d+$/.test(key) && Number(key) < MAX_VALUES)
          items[Number(key)] = item instanceof Date ? item.toISOString() : item
      }
      return items
    }
    if (tag === 'Object') return Object.fromEntries(copyEntries(object))
    const date = new Date(tag === 'Date' ? Number(object) : NaN)
    return Number.isNaN(date.getTime()) ? drop(`it is a ${tag}`) : date
  }

  function copyEntries(object: object): [string, Usable][] {
    const entries: [string, Usable][] = []
    for (const key of Object.keys(object)) {
      if (count > MAX_VALUES || length > MAX_LENGTH) break
      if (path.length === 1 && except?.test(key)) continue
      path.push(key)
      length += key.length
      let value: unknown
      // Code that copies the object again would replace its prototype.
      if (key === '__proto__' || !attempt(() => (value = Reflect.get(object, key)))) drop('it cannot be read')
      const copied = copy(value)
      if (copied !== undefined) entries.push([key, copied])
      path.pop()
    }
    return entries
  }

  return copy(value)
}

/** Like {@link usable}, for a value that must be an object. `null` is skipped without a warning. */
export function usableObject(value: unknown, name: string, warn: Warn, except?: RegExp): UsableObject | undefined {
  const copied = usable(value ?? undefined, name, warn, except)
  if (copied === undefined || isUsableObject(copied)) return copied
  warn(name, 'was dropped because it is not an object')
}

/** Whether a usable value is an object with keys: not an array and not a date. */
export function isUsableObject(value: Usable): value is UsableObject {
  return isObject(value) && !Array.isArray(value) && !(value instanceof Date)
}
