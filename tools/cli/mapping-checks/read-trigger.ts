import { parseFql, type Condition, type Subscription } from '@segment/destination-subscriptions'

export type ReadTrigger = { trigger: Subscription; problem?: undefined } | { trigger?: undefined; problem: string }

/**
 * Parses the FQL of a trigger, or describes the problem in a sentence. At run time, an invalid trigger matches no event,
 * without an error. The parser's own messages name its variables, and it accepts the end of the text as a value.
 */
export function readTrigger(fql: string): ReadTrigger {
  if (fql.trim() === '') return { problem: 'The trigger is empty, so no event matches.' }
  const trigger = parseFql(fql)
  if ('error' in trigger) return { problem: 'The trigger is not valid FQL, such as type = "track".' }
  return lacksValue(trigger) ? { problem: 'The trigger is not valid FQL: a value is missing at its end.' } : { trigger }
}

function lacksValue(condition: Condition): boolean {
  return condition.type === 'group' ? condition.children.some(lacksValue) : condition.value === 'eos'
}
