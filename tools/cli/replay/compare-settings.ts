import { isDeepStrictEqual } from 'node:util'
import { isJsonObject } from '../mapping-checks/is-json-object'

/** A changed key of `wootricSettings`, such as `properties.plan`. */
export interface SettingsChange {
  key: string
  /** Missing if the key was added. */
  before?: unknown
  /** Missing if the key was removed. */
  after?: unknown
}

/** Returns the differences between two states of the settings. Compares objects such as `properties` key by key. */
export function compareSettings(before: object, after: object): SettingsChange[] {
  const earlier = new Map(Object.entries<unknown>(before as Record<string, unknown>))
  const later = new Map(Object.entries<unknown>(after as Record<string, unknown>))
  return [...new Set([...earlier.keys(), ...later.keys()])].flatMap((key) => {
    const [was, is] = [earlier.get(key), later.get(key)]
    if (isDeepStrictEqual(was, is)) return []
    if (isJsonObject(was) && isJsonObject(is)) {
      return compareSettings(was, is).map((change) => ({ ...change, key: `${key}.${change.key}` }))
    }
    return [{ key, ...(earlier.has(key) && { before: was }), ...(later.has(key) && { after: is }) }]
  })
}
