import type { Warn } from '../warnings'

/** A value that can be sent on. Dates are told apart from text, since InMoment wants them in a form of their own. */
export type Usable = string | number | boolean | null | Date | Usable[] | UsableObject

export interface UsableObject {
  [key: string]: Usable
}

/**
 * How many values are copied at the most. An object that is referred to in several places counts in each: a few dozen
 * of them, one within another, would make more values than any page can hold.
 */
const MOST_VALUES = 100_000

/** How deep values may be nested. Far deeper, whatever reads the copy level by level would run out of stack. */
const MOST_LEVELS = 1_000

/**
 * A copy of `value` without what cannot be sent: functions, symbols, bigints, numbers and dates that are not finite,
 * cycles, all after the first 100,000 values or below the first 1,000 levels, properties that throw when read, and
 * objects that are neither plain, arrays nor dates. Each of these is left out, named by its path below `name`, and the
 * rest is kept. `undefined` is nothing, and is left out without a word, as
 * are the keys of `value` itself that are in `except`.
 */
export function usable(
  value: unknown,
  name: string,
  warn: Warn,
  except: ReadonlySet<string> = new Set()
): Usable | undefined {
  const path = [name]
  const ancestors = new Set<object>()

  const refuse = (reason: string): undefined => {
    warn(path.join('.'), `was left out: ${reason}`)
  }

  let copied = 0

  function copy(value: unknown): Usable | undefined {
    copied += 1
    if (copied > MOST_VALUES) return refuse('there are too many values before it')
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return value
      case 'number':
        return Number.isFinite(value) ? value : refuse('it is not a finite number')
      case 'object':
        return value === null ? null : copyObject(value)
      default:
        return refuse(`it is a ${typeof value}`)
    }
  }

  function copyObject(object: object): Usable | undefined {
    if (ancestors.has(object)) return refuse('it contains itself')
    if (ancestors.size > MOST_LEVELS) return refuse('it is nested too deep')
    const depth = path.length
    ancestors.add(object)
    try {
      if (Array.isArray(object)) return itemsOf(object)
      // By tag, not by constructor: objects and dates of another frame have constructors of their own.
      const tag = Object.prototype.toString.call(object)
      if (tag === '[object Object]') return Object.fromEntries(entriesOf(object))
      if (tag === '[object Date]') return copyDate(object)
      return refuse(`it is of the type ${tag.slice(8, -1)}`)
    } catch {
      path.length = depth
      return refuse('it cannot be read')
    } finally {
      ancestors.delete(object)
    }
  }

  function copyDate(object: object): Date | undefined {
    const date = new Date(Number(object))
    return Number.isNaN(date.getTime()) ? refuse('it is an invalid date') : date
  }

  function entriesOf(object: object): [string, Usable][] {
    const entries: [string, Usable][] = []
    for (const key of Object.keys(object)) {
      if (copied > MOST_VALUES) break
      if (path.length === 1 && except.has(key)) continue
      path.push(key)
      // As a key of an ordinary object it would replace the prototype in whatever copies the object next.
      const usable = key === '__proto__' ? refuse('its name is reserved') : copyProperty(object, key)
      if (usable !== undefined) entries.push([key, usable])
      path.pop()
    }
    return entries
  }

  /** Only what has a place in the list: an array can have other keys too. */
  function itemsOf(array: unknown[]): Usable[] {
    return entriesOf(array).flatMap(([key, item]) => (/^\d+$/.test(key) ? [item] : []))
  }

  function copyProperty(object: object, key: string): Usable | undefined {
    let value: unknown
    try {
      value = (object as Record<string, unknown>)[key]
    } catch {
      return refuse('it cannot be read')
    }
    return copy(value)
  }

  return copy(value)
}

/** Like {@link usable} for a value that has to be an object; any other value is left out as a whole. */
export function usableObject(
  value: unknown,
  name: string,
  warn: Warn,
  except?: ReadonlySet<string>
): UsableObject | undefined {
  if (value === null) return undefined
  const copied = usable(value, name, warn, except)
  if (copied === undefined || isUsableObject(copied)) return copied
  warn(name, 'was left out: it is not an object')
}

/** Whether a usable value is an object with keys, which neither an array nor a date is. */
export function isUsableObject(value: Usable): value is UsableObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
