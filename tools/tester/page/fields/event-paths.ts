import { isJsonObject, type JsonObject } from '../json/json-object'

/** A value of an event and its path, such as `$.traits.email`. */
export interface EventPath {
  path: string
  value: unknown
}

const MAX_DEPTH = 6
const MAX_PATHS = 300

/** analytics.js adds these to an event when you send it, unless the event has them. */
const ADDED_PATHS = [
  ...['$.userId', '$.anonymousId', '$.messageId', '$.timestamp'],
  ...['path', 'url', 'title', 'referrer', 'search'].map((key) => `$.context.page.${key}`),
  ...['$.context.locale', '$.context.userAgent', '$.context.timezone']
]

/** All paths of an event, parents before their children. */
export function getEventPaths(event: JsonObject): EventPath[] {
  return listPaths(event, '$', MAX_DEPTH).slice(0, MAX_PATHS)
}

/** The paths that analytics.js adds to this event. */
export function getAddedPaths(event: JsonObject): string[] {
  const paths = new Set(getEventPaths(event).map(({ path }) => path))
  return ADDED_PATHS.filter((path) => !paths.has(path))
}

function listPaths(value: JsonObject, parent: string, depth: number): EventPath[] {
  return Object.entries(value).flatMap(([key, child]) => {
    // A path cannot contain such a key.
    if (/[.[\]'"]/.test(key)) return []
    const path = `${parent}.${key}`
    const children = isJsonObject(child) && depth > 1 ? listPaths(child, path, depth - 1) : []
    return [{ path, value: child }, ...children]
  })
}
