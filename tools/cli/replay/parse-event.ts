import type { SegmentEvent } from '@segment/analytics-next'
import { isJsonObject } from '../mapping-checks/is-json-object'

const EVENT_TYPES = ['identify', 'track', 'page', 'group', 'alias', 'screen'] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** A recorded event. Only its type is checked. */
export type RecordedEvent = SegmentEvent & { type: EventType }

export function isEventType(name: unknown): name is EventType {
  return EVENT_TYPES.some((type) => type === name)
}

/** Parses an event, or an object that contains one as `event`. Throws an error with the reason if it is invalid. */
export function parseEvent(text: string): RecordedEvent {
  const value = parseText(text)
  const event = isJsonObject(value) && !('type' in value) && isJsonObject(value.event) ? value.event : value
  if (!isJsonObject(event)) throw new Error('not an event: it is not an object')
  if (!('type' in event)) throw new Error('not an event: it has no type')
  const { type } = event
  if (!isEventType(type)) {
    throw new Error(`not an event: its type is ${JSON.stringify(type)}, not one of ${EVENT_TYPES.join(', ')}`)
  }
  return Object.assign(event, { type })
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Node's message ends with an excerpt of the text.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/, "|\n/)
    throw new Error(`not valid JSON: ${reason}`, { cause: error })
  }
}
