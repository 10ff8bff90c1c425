const ids = new WeakMap<object, number>()
let lastId = 0

/**
 * What a value holds, all the way down, as a list that can be compared: each object by its identity, with its own
 * properties as they are defined. No getter is run for it.
 */
export function contentsOf(value: unknown): unknown[] {
  const contents: unknown[] = []
  const seen = new Set<object>()
  const note = (value: unknown): void => {
    if (!isObject(value)) {
      contents.push(value)
      return
    }
    contents.push(idOf(value))
    // The page itself is among the values, and changes by itself.
    if (seen.has(value) || value === window || value instanceof Node) return
    seen.add(value)
    try {
      for (const key of Reflect.ownKeys(value)) {
        const defined: object = Object.getOwnPropertyDescriptor(value, key) ?? {}
        contents.push(key)
        Object.values(defined).forEach(note)
      }
    } catch {
      contents.push('a proxy that refuses')
    }
    if (value instanceof Map) value.forEach((item, key) => [key, item].forEach(note))
    if (value instanceof Set) value.forEach(note)
    if (value instanceof Date) contents.push(Date.prototype.getTime.call(value))
  }
  note(value)
  return contents
}

export function isUnchanged(before: unknown[], after: unknown[]): boolean {
  return before.length === after.length && before.every((one, place) => Object.is(one, after[place]))
}

const PROTOTYPES: object[] = [{}, [], '', 0, false, new Date(), new Map(), new Set(), new Error(), /x/, isObject].map(
  (value): object => Object.getPrototypeOf(value) as object
)

/** What the prototypes hold that a hostile key could reach, to be compared as well. */
export function contentsOfPrototypes(): unknown[] {
  return PROTOTYPES.flatMap((prototype) =>
    Reflect.ownKeys(prototype).flatMap((key) => {
      const defined: object = Object.getOwnPropertyDescriptor(prototype, key) ?? {}
      return [key, ...(Object.values(defined) as unknown[])]
    })
  )
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function idOf(value: object): number {
  const known = ids.get(value)
  if (known !== undefined) return known
  lastId += 1
  ids.set(value, lastId)
  return lastId
}
