import { parseFql, type Condition, type Subscription } from '@segment/destination-subscriptions'

export type ReadTrigger = { trigger: Subscription; problem?: undefined } | { trigger?: undefined; problem: string }

/**
 * Reads the FQL of a trigger, or says in a sentence what is wrong with it: at run time a broken one silently matches
 * nothing. The parser's own messages tell of its variables, and it takes the end of the text for a value.
 */
export function readTrigger(fql: string): ReadTrigger {
  if (fql.trim() === '') return { problem: 'The trigger is empty, so that no event matches.' }
  const trigger = parseFql(fql)
  if ('error' in trigger) return { problem: 'The trigger is not valid FQL, such as type = "track".' }
  return lacksValue(trigger) ? { problem: 'The trigger is not valid FQL: a value is missing at its end.' } : { trigger }
}

function lacksValue(condition: Condition): boolean {
  return condition.type === 'group' ? condition.children.some(lacksValue) : condition.value === 'eos'
}
