import { validate, type Condition, type Subscription } from '@segment/destination-subscriptions'
import type { JsonObject } from '../segment/json-object'

const SUBJECTS: Record<Exclude<Condition['type'], 'group'>, string> = {
  'event-type': 'type',
  event: 'event',
  name: 'name',
  userId: 'userId',
  'event-property': 'properties',
  'event-trait': 'traits',
  'event-context': 'context'
}

function subjectOf(condition: Exclude<Condition, { type: 'group' }>): string {
  return 'name' in condition ? `${SUBJECTS[condition.type]}.${condition.name}` : SUBJECTS[condition.type]
}

function valueAt(event: JsonObject, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as JsonObject)[key] : undefined),
      event
    )
}

function describe(condition: Condition, event: JsonObject): string {
  if (condition.type === 'group') {
    const word = condition.operator === 'or' ? ' or ' : ' and '
    return condition.children.map((child) => describe(child, event)).join(word)
  }
  const subject = subjectOf(condition)
  const asked = [subject, condition.operator.replaceAll('_', ' '), JSON.stringify(condition.value)].filter(Boolean)
  const found = valueAt(event, subject)
  return `${asked.join(' ')} (${found === undefined ? 'missing' : `is ${JSON.stringify(found)}`})`
}

function matches(condition: Condition, event: JsonObject): boolean {
  return validate({ type: 'group', operator: 'and', children: [condition] }, event)
}

/** Whether the trigger fits, and if not, the conditions that the event does not meet. */
export function unmetConditions(trigger: Subscription, event: JsonObject): string[] {
  if ('error' in trigger || validate(trigger, event)) return []
  if (trigger.operator === 'or') return [describe(trigger, event)]
  return trigger.children.filter((child) => !matches(child, event)).map((child) => describe(child, event))
}
