import type { JsonObject } from '../segment/json-object'
import { EVENT_TYPES, type EventType } from './event-templates'
import { jsonProblem } from './json-problem'

export function isEventType(value: unknown): value is EventType {
  return EVENT_TYPES.some((type) => type === value)
}

/** What keeps a value from being an event that analytics.js has a method for. */
export function eventProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'An event is a JSON object.'
  const { type } = value as JsonObject
  return isEventType(type) ? undefined : `The event needs a "type": one of ${EVENT_TYPES.join(', ')}.`
}

export type ReadEvent = { event: JsonObject; problem?: undefined } | { event?: undefined; problem: string }

export function readEvent(text: string): ReadEvent {
  const problem = jsonProblem(text, eventProblem)
  return problem ? { problem: problem.message } : { event: JSON.parse(text) as JsonObject }
}
