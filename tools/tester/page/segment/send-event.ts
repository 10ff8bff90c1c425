import { isObject } from '../../../../src/destinations/inmoment/is-object'
import type { JsonObject } from '../json/json-object'
import { showNotice } from '../state/notice'
import { hasEntry } from '../timeline/timeline'
import { analytics } from './analytics'
import { keepContext } from './pasted-context'

/** The keys of an event that analytics.js accepts as options. */
const OPTION_KEYS = ['context', 'integrations', 'timestamp', 'anonymousId', 'messageId']

/** Sends an event with the method of its type. Its message ID, timestamp and context stay. */
export function sendEvent(original: JsonObject): Promise<unknown> {
  const messageId = createMessageId(original.messageId)
  const event: JsonObject = { ...original, messageId }
  keepContext(messageId, event.context)
  const options = copyKeys(event, OPTION_KEYS)
  const optionsWithUserId = copyKeys(event, [...OPTION_KEYS, 'userId'])
  const userId = toText(event.userId)
  const name = toText(event.name)
  const properties = copyObject(event.properties)
  const traits = copyObject(event.traits)

  switch (event.type) {
    case 'identify':
      return userId ? analytics.identify(userId, traits, options) : analytics.identify(traits, options)
    case 'track':
      return analytics.track(toText(event.event), properties, optionsWithUserId)
    case 'page':
      return analytics.page(toText(event.category), name, properties, optionsWithUserId)
    case 'screen':
      return analytics.screen(toText(event.category), name, properties, optionsWithUserId)
    case 'group':
      return analytics.group(toText(event.groupId), traits, optionsWithUserId)
    case 'alias':
      return analytics.alias(userId, toText(event.previousId), options)
    default:
      return Promise.reject(new Error(`analytics.js has no method for the event type "${String(event.type)}".`))
  }
}

/** Segment drops an event with a message ID that it has received before. */
function createMessageId(messageId: unknown): string {
  const id = toText(messageId)
  if (id && !hasEntry(id)) return id
  if (id) showNotice('Sent with a new message ID, because Segment drops repeated ones.')
  // The format of analytics.js.
  return `ajs-next-${Date.now()}-${crypto.randomUUID()}`
}

function copyKeys(event: JsonObject, keys: readonly string[]): JsonObject {
  const present = keys.filter((key) => event[key] !== undefined && event[key] !== null)
  return structuredClone(Object.fromEntries(present.map((key) => [key, event[key]])))
}

function copyObject(value: unknown): JsonObject {
  return isObject(value) ? structuredClone(value) : {}
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
