import { isJsonObject, type JsonObject } from '../../json/json-object'
import { evaluateField } from '../../fields/evaluate-field'
import { getEventPaths } from '../../fields/event-paths'
import type { ConditionDraft, Subject } from './conditions'

const PARENTS: Record<Subject, string> = {
  'event-type': '$.type',
  event: '$.event',
  name: '$.name',
  userId: '$.userId',
  'event-property': '$.properties',
  'event-trait': '$.traits',
  'event-context': '$.context'
}

/** The names that an event has for a subject. */
export function getSuggestedNames(subject: Subject, event: JsonObject): string[] {
  const prefix = `${PARENTS[subject]}.`
  return getEventPaths(event).flatMap(({ path, value }) =>
    path.startsWith(prefix) && !isJsonObject(value) ? path.slice(prefix.length) : []
  )
}

/** The value that an event has for a condition. */
export function getSuggestedValues({ subject, name }: ConditionDraft, event: JsonObject): string[] {
  const path = PARENTS[subject] + (name === '' ? '' : `.${name}`)
  const { value } = evaluateField({ '@path': path }, event)
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : []
}
