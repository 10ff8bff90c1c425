import { attempt } from '../attempt'
import { isObject } from '../is-object'
import type { Warn } from '../warnings'

/** A value that JSON can represent, or a date, which InMoment needs in its own format. Dates in lists are strings. */
export type Usable = string | number | boolean | null | Date | Usable[] | UsableObject
export interface UsableObject {
  [key: string]: Usable
}

/** Each reference to an object counts, because a few dozen nested ones exceed any memory. */
const MAX_VALUES = 100_000
/** In characters of names and text: 512 KB. */
export const MAX_LENGTH = 524_288
/** Code that reads the copy recursively, such as JSON.stringify, overflows the stack at much greater depths. */
const MAX_DEPTH = 1_000

/**
 * Copies a value of an event without the parts that cannot be sent.
 *
 * Drops each of these with a warning that contains its path, which starts with `name`: functions, symbols, bigints,
 * numbers and dates that are not finite, cycles, properties that throw when read, objects that are not plain objects,
 * arrays or dates, and everything after 100,000 values or 512 KB, or below 1,000 levels.
 *
 * Skips without a warning: `undefined`, and the keys of `value` itself that match `excluded`. Items of a list keep their
 * positions. Returns `undefined` if nothing is left. Never throws.
 */
export function copyUsable(value: unknown, name: string, warn: Warn, excluded?: RegExp): Usable | undefined {
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
    if (isTooLarge) return drop('the event is too large')
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
    // Objects from other frames have other constructors, but the same tag.
    const tag = Object.prototype.toString.call(object).slice(8, -1)
    if (Array.isArray(object)) {
      const items: Usable[] = []
      for (const [key, item] of copyEntries(object)) {
        // An array can have other keys than positions, such as the `index` of a regular expression match.
        if (/^\d+$/.test(key) && Number(key) < MAX_VALUES) {
          items[Number(key)] = item instanceof Date ? item.toISOString() : item
        }
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
      if (path.length === 1 && excluded?.test(key)) continue
      path.push(key)
      length += key.length
      let value: unknown
      // Assigning a key `__proto__` replaces the prototype of the object.
      if (key === '__proto__' || !attempt(() => (value = Reflect.get(object, key)))) drop('it cannot be read')
      const copied = copy(value)
      if (copied !== undefined) entries.push([key, copied])
      path.pop()
    }
    return entries
  }

  return copy(value)
}

/** Like {@link copyUsable}, but drops a value that is not an object with a warning. `null` causes no warning. */
export function copyUsableObject(
  value: unknown,
  name: string,
  warn: Warn,
  excluded?: RegExp
): UsableObject | undefined {
  const copied = copyUsable(value ?? undefined, name, warn, excluded)
  if (copied === undefined || isUsableObject(copied)) return copied
  warn(name, 'was dropped because it is not an object')
}

/** Whether the value is an object with keys: not an array and not a date. */
export function isUsableObject(value: Usable): value is UsableObject {
  return isObject(value) && !Array.isArray(value) && !(value instanceof Date)
}
