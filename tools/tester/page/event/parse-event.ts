import { isJsonObject, type JsonObject } from '../json/json-object'
import { findJsonProblem } from '../json/json-problem'
import { EVENT_TYPES } from './event-templates'

export type ParsedEvent = { event: JsonObject; problem?: undefined } | { event?: undefined; problem: string }

export function parseEvent(text: string): ParsedEvent {
  const problem = findJsonProblem(text, findEventProblem)
  return problem ? { problem: problem.message } : { event: JSON.parse(text) as JsonObject }
}

/** analytics.js has one method for each event type. */
export function findEventProblem(value: unknown): string | undefined {
  if (!isJsonObject(value)) return 'The event must be a JSON object.'
  const isValid = EVENT_TYPES.some((type) => type === value.type)
  return isValid ? undefined : `Set "type" to one of ${EVENT_TYPES.join(', ')}.`
}
