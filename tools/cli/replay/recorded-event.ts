import type { SegmentEvent } from '@segment/analytics-next'

const EVENT_TYPES = ['identify', 'track', 'page', 'group', 'alias', 'screen'] as const

export type EventType = (typeof EVENT_TYPES)[number]

/** An event as it was recorded: nothing is known for sure but its type. */
export type RecordedEvent = SegmentEvent & { type: EventType }

export function isEventType(name: unknown): name is EventType {
  return EVENT_TYPES.some((type) => type === name)
}

/** The event in a recorded text, or an error whose message says why there is none. */
export function recordedEvent(text: string): RecordedEvent {
  const value = parsed(text)
  const event = isObject(value) && !('type' in value) && isObject(value.event) ? value.event : value
  if (!isObject(event)) throw new Error('is no event: it is not an object')
  if (!('type' in event)) throw new Error('is no event: it has no type')
  const { type } = event
  if (!isEventType(type)) throw new Error(`is no event: ${JSON.stringify(type)} is none of its types`)
  return Object.assign(event, { type })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split(/, "|\n/)
    throw new Error(`is not JSON: ${reason}`, { cause: error })
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
