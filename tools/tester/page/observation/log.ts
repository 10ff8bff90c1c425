const LIMIT = 200

/** A list that grows at its front and tells its listeners, in the shape that React's external stores have. */
export interface Log<Entry> {
  add: (entry: Entry) => void
  entries: () => readonly LogItem<Entry>[]
  subscribe: (listener: () => void) => () => void
}

export type LogItem<Entry> = Entry & { readonly id: number; readonly time: Date }

export function createLog<Entry extends object>(): Log<Entry> {
  const listeners = new Set<() => void>()
  let items: readonly LogItem<Entry>[] = []
  let count = 0

  return {
    add(entry) {
      count += 1
      items = [{ ...entry, id: count, time: new Date() }, ...items].slice(0, LIMIT)
      listeners.forEach((listener) => listener())
    },
    entries: () => items,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}
