import { isDeepStrictEqual } from 'node:util'

/** One key of `wootricSettings` that is another than before, such as `properties.plan`. */
export interface SettingsChange {
  key: string
  /** Missing where the key is new. */
  before?: unknown
  /** Missing where the key is gone. */
  after?: unknown
}

type Keyed = Record<string, unknown>

/** What changed between two states of the settings, with the keys of objects such as `properties` one by one. */
export function settingsChanges(before: Keyed, after: Keyed): SettingsChange[] {
  const earlier = new Map(Object.entries(before))
  const later = new Map(Object.entries(after))
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)]
    if (isDeepStrictEqual(was, is)) return []
    if (isPlainObject(was) && isPlainObject(is)) {
      return settingsChanges(was, is).map((change) => ({ ...change, key: `${key}.${change.key}` }))
    }
    return [{ key, ...(earlier.has(key) && { before: was }), ...(later.has(key) && { after: is }) }]
  })
}

function isPlainObject(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
