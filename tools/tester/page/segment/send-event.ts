import { analytics } from './analytics'
import type { JsonObject } from './json-object'

/** The parts of an event that analytics.js takes as options; the ids of its own visitor count where there are none. */
const OPTION_KEYS = ['context', 'integrations', 'timestamp', 'anonymousId'] as const

function optionsOf(event: JsonObject, keys: readonly string[]): JsonObject {
  const given = keys.filter((key) => event[key] !== undefined && event[key] !== null)
  return structuredClone(Object.fromEntries(given.map((key) => [key, event[key]])))
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? structuredClone(value as JsonObject) : {}
}

/** Makes an event's call with analytics.js, by the method of its type. */
export function sendEvent(event: JsonObject): Promise<unknown> {
  const options = optionsOf(event, [...OPTION_KEYS, 'userId'])
  const ownIds = optionsOf(event, OPTION_KEYS)
  const userId = textOf(event.userId)
  const name = textOf(event.name)
  const properties = objectOf(event.properties)
  const traits = objectOf(event.traits)

  switch (event.type) {
    case 'identify':
      return userId ? analytics.identify(userId, traits, ownIds) : analytics.identify(traits, ownIds)
    case 'track':
      return analytics.track(textOf(event.event), properties, options)
    case 'page':
      return analytics.page(textOf(event.category), name, properties, options)
    case 'screen':
      return analytics.screen(textOf(event.category), name, properties, options)
    case 'group':
      return analytics.group(textOf(event.groupId), traits, options)
    case 'alias':
      return analytics.alias(userId, textOf(event.previousId), ownIds)
    default:
      return Promise.reject(new Error(`analytics.js has no method for the type ${String(event.type)}.`))
  }
}
