import type { Warn } from '../warnings'
import { filled, unfilled } from '../filled'

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

/** Gets what is no plain object, with the names that lead to it, the outermost first; the list goes on changing. */
type Take = (path: string[], value: Usable) => void

/** Stands in for the copy of an object whose properties were taken. */
const TAKEN: UsableObject = {}

/** A copy that is being made. */
interface Copying {
  warn: Warn
  except?: ReadonlySet<string>
  /** The names that lead to the value that is copied, with the name of the whole. */
  path: string[]
  /** The objects that it is in. */
  ancestors: object[]
  /** How many values were copied. */
  count: number
}

/**
 * A copy of `value` without what cannot be sent: functions, symbols, bigints, numbers and dates that are not finite,
 * cycles, all after the first 100,000 values or below the first 1,000 levels, properties that throw when read, and
 * objects that are neither plain, arrays nor dates. Each of these is left out, named by its path below `name`, and the
 * rest is kept. `undefined` is nothing, and is left out without a word, as are the keys of `value` itself that are in
 * `except`.
 *
 * Where `take` is given, it gets what the copy would hold, one after the other, and the copy is empty. An array goes to
 * it as a whole.
 */
export function usable(
  value: unknown,
  name: string,
  warn: Warn,
  except?: ReadonlySet<string>,
  take?: Take
): Usable | undefined {
  return copyOf(value, { warn, except, path: [name], ancestors: [], count: 0 }, take)
}

// Functions of the module and not of each call: they are called for every event, and making them takes time.

function refuse({ path, warn }: Copying, reason: string): undefined {
  warn(path.join('.'), `was left out: ${reason}`)
}

function copyOf(value: unknown, copying: Copying, take?: Take): Usable | undefined {
  copying.count += 1
  if (copying.count > MOST_VALUES) return refuse(copying, 'there are too many values before it')
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      return Number.isFinite(value) ? value : refuse(copying, 'it is not a finite number')
    case 'object':
      return value === null ? null : copyOfObject(value, copying, take)
    default:
      return refuse(copying, `it is a ${typeof value}`)
  }
}

function copyOfObject(object: object, copying: Copying, take?: Take): Usable | undefined {
  const { ancestors, path } = copying
  if (ancestors.includes(object)) return refuse(copying, 'it contains itself')
  if (ancestors.length > MOST_LEVELS) return refuse(copying, 'it is nested too deep')
  const depth = path.length
  ancestors.push(object)
  try {
    if (Array.isArray(object)) return itemsOf(object, copying)
    // By tag, not by constructor: objects and dates of another frame have constructors of their own.
    const tag = Object.prototype.toString.call(object)
    if (tag === '[object Object]') return copyOfPlain(object, copying, take)
    if (tag === '[object Date]') return copyOfDate(object, copying)
    return refuse(copying, `it is of the type ${tag.slice(8, -1)}`)
  } catch {
    path.length = depth
    return refuse(copying, 'it cannot be read')
  } finally {
    ancestors.pop()
  }
}

function copyOfDate(object: object, copying: Copying): Date | undefined {
  const date = new Date(Number(object))
  return Number.isNaN(date.getTime()) ? refuse(copying, 'it is an invalid date') : date
}

function copyOfPlain(object: object, copying: Copying, take?: Take): UsableObject {
  if (take) {
    copyProperties(object, copying, take, (_, value) => {
      if (value !== TAKEN) take(copying.path, value)
    })
    return TAKEN
  }
  const copy = unfilled<Usable>()
  copyProperties(object, copying, undefined, (key, value) => {
    copy[key] = value
  })
  return filled(copy)
}

/** Only what has a place in the list: an array can have other keys too. */
function itemsOf(array: unknown[], copying: Copying): Usable[] {
  const items: Usable[] = []
  copyProperties(array, copying, undefined, (key, item) => {
    if (/^\d+$/.test(key)) items.push(item)
  })
  return items
}

function copyProperties(
  object: object,
  copying: Copying,
  take: Take | undefined,
  put: (key: string, value: Usable) => void
): void {
  const { path, except } = copying
  for (const key of Object.keys(object)) {
    if (copying.count > MOST_VALUES) break
    if (path.length === 1 && except?.has(key)) continue
    path.push(key)
    // As a key of an ordinary object it would replace the prototype in whatever copies the object next.
    const copy =
      key === '__proto__' ? refuse(copying, 'its name is reserved') : copyOfProperty(object, key, copying, take)
    if (copy !== undefined) put(key, copy)
    path.pop()
  }
}

function copyOfProperty(object: object, key: string, copying: Copying, take?: Take): Usable | undefined {
  let value: unknown
  try {
    value = (object as Record<string, unknown>)[key]
  } catch {
    return refuse(copying, 'it cannot be read')
  }
  return copyOf(value, copying, take)
}

/** Like {@link usable} for a value that has to be an object; any other value is left out as a whole. */
export function usableObject(
  value: unknown,
  name: string,
  warn: Warn,
  except?: ReadonlySet<string>,
  take?: Take
): UsableObject | undefined {
  if (value === null) return undefined
  const copied = usable(value, name, warn, except, take)
  if (copied === undefined || isUsableObject(copied)) return copied
  warn(name, 'was left out: it is not an object')
}

/** Whether a usable value is an object with keys, which neither an array nor a date is. */
export function isUsableObject(value: Usable): value is UsableObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
