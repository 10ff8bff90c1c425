import type { Warn } from '../warnings'
import { filled, unfilled } from './filled'

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

/** Gets a property, one after the other. */
type Take = (key: string, value: Usable) => void

/**
 * A copy of `value` without what cannot be sent: functions, symbols, bigints, numbers and dates that are not finite,
 * cycles, all after the first 100,000 values or below the first 1,000 levels, properties that throw when read, and
 * objects that are neither plain, arrays nor dates. Each of these is left out, named by its path below `name`, and the
 * rest is kept. `undefined` is nothing, and is left out without a word, as
 * are the keys of `value` itself that are in `except`.
 *
 * The properties of `value` itself go to `take` where that is given, and the copy has none.
 */
export function usable(
  value: unknown,
  name: string,
  warn: Warn,
  except: ReadonlySet<string> = new Set(),
  take?: Take
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
      if (tag === '[object Object]') return copyPlain(object)
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

  function copyPlain(object: object): UsableObject {
    const copy = unfilled<Usable>()
    const put = (key: string, value: Usable): void => {
      copy[key] = value
    }
    copyProperties(object, path.length === 1 && take ? take : put)
    return filled(copy)
  }

  function copyProperties(object: object, put: Take): void {
    for (const key of Object.keys(object)) {
      if (copied > MOST_VALUES) break
      if (path.length === 1 && except.has(key)) continue
      path.push(key)
      // As a key of an ordinary object it would replace the prototype in whatever copies the object next.
      const usable = key === '__proto__' ? refuse('its name is reserved') : copyProperty(object, key)
      if (usable !== undefined) put(key, usable)
      path.pop()
    }
  }

  /** Only what has a place in the list: an array can have other keys too. */
  function itemsOf(array: unknown[]): Usable[] {
    const items: Usable[] = []
    copyProperties(array, (key, item) => {
      if (/^\d+$/.test(key)) items.push(item)
    })
    return items
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

/**
 * Gives `take` the properties of {@link usable}'s copy. A value that is not an object is left out as a whole. Says
 * whether it is one.
 */
export function eachUsable(
  value: unknown,
  name: string,
  warn: Warn,
  take: Take,
  except?: ReadonlySet<string>
): boolean {
  const copied = value === null ? undefined : usable(value, name, warn, except, take)
  if (copied === undefined) return false
  if (isUsableObject(copied)) return true
  warn(name, 'was left out: it is not an object')
  return false
}

/** Like {@link usable} for a value that has to be an object; any other value is left out as a whole. */
export function usableObject(value: unknown, name: string, warn: Warn): UsableObject | undefined {
  const copy = unfilled<Usable>()
  const isObject = eachUsable(value, name, warn, (key, usable) => {
    copy[key] = usable
  })
  return isObject ? filled(copy) : undefined
}

/** Whether a usable value is an object with keys, which neither an array nor a date is. */
export function isUsableObject(value: Usable): value is UsableObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
