import { validate, type Condition, type Subscription } from '@segment/destination-subscriptions'
import { isObject } from '../../../../src/destinations/inmoment/is-object'
import type { JsonObject } from '../json/json-object'

type Comparison = Exclude<Condition, { type: 'group' }>

const PATHS: Record<Comparison['type'], string> = {
  'event-type': 'type',
  event: 'event',
  name: 'name',
  userId: 'userId',
  'event-property': 'properties',
  'event-trait': 'traits',
  'event-context': 'context'
}

/** Describes the conditions of a trigger that an event does not meet. Empty if the trigger matches. */
export function findUnmetConditions(trigger: Subscription, event: JsonObject): string[] {
  if ('error' in trigger || validate(trigger, event)) return []
  if (trigger.operator === 'or') return [describe(trigger, event)]
  return trigger.children.filter((child) => !isMet(child, event)).map((child) => describe(child, event))
}

function isMet(condition: Condition, event: JsonObject): boolean {
  return validate({ type: 'group', operator: 'and', children: [condition] }, event)
}

function describe(condition: Condition, event: JsonObject): string {
  if (condition.type === 'group') {
    return condition.children.map((child) => describe(child, event)).join(` ${condition.operator} `)
  }
  const path = getPath(condition)
  const parts = [path, condition.operator.replaceAll('_', ' '), JSON.stringify(condition.value)].filter(Boolean)
  const actual = getValue(event, path)
  return `${parts.join(' ')} (${actual === undefined ? 'missing' : `actual: ${JSON.stringify(actual)}`})`
}

function getPath(condition: Comparison): string {
  return 'name' in condition ? `${PATHS[condition.type]}.${condition.name}` : PATHS[condition.type]
}

function getValue(event: JsonObject, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), event)
}
