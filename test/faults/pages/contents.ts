const ids = new WeakMap<object, number>()
let lastId = 0

/** Lists everything in a value for a comparison: objects by identity, with their property descriptors. Runs no getter. */
export function listContents(value: unknown): unknown[] {
  const contents: unknown[] = []
  const seen = new Set<object>()
  const add = (value: unknown): void => {
    if (!isReference(value)) {
      contents.push(value)
      return
    }
    contents.push(getId(value))
    // The page itself can be one of the values, and changes by itself.
    if (seen.has(value) || value === window || value instanceof Node) return
    seen.add(value)
    try {
      for (const key of Reflect.ownKeys(value)) {
        const descriptor: object = Object.getOwnPropertyDescriptor(value, key) ?? {}
        contents.push(key)
        Object.values(descriptor).forEach(add)
      }
    } catch {
      contents.push('a proxy that throws')
    }
    if (value instanceof Map) value.forEach((item, key) => [key, item].forEach(add))
    if (value instanceof Set) value.forEach(add)
    if (value instanceof Date) contents.push(Date.prototype.getTime.call(value))
  }
  add(value)
  return contents
}

export function isUnchanged(before: unknown[], after: unknown[]): boolean {
  return before.length === after.length && before.every((item, index) => Object.is(item, after[index]))
}

const PROTOTYPES: object[] = [
  {},
  [],
  '',
  0,
  false,
  new Date(),
  new Map(),
  new Set(),
  new Error(),
  /x/,
  isReference
].map((value): object => Object.getPrototypeOf(value) as object)

/** Lists everything in the prototypes that a hostile key could change. */
export function listPrototypes(): unknown[] {
  return PROTOTYPES.flatMap((prototype) =>
    Reflect.ownKeys(prototype).flatMap((key) => {
      const descriptor: object = Object.getOwnPropertyDescriptor(prototype, key) ?? {}
      return [key, ...(Object.values(descriptor) as unknown[])]
    })
  )
}

/** Whether the value is an object or a function. */
function isReference(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function getId(value: object): number {
  const known = ids.get(value)
  if (known !== undefined) return known
  lastId += 1
  ids.set(value, lastId)
  return lastId
}
