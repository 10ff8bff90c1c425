import { parseFql, type Condition, type Subscription } from '@segment/destination-subscriptions'

export type ParsedTrigger = { trigger: Subscription; problem?: undefined } | { trigger?: undefined; problem: string }

/**
 * Parses a trigger, or returns the problem as a sentence. At run time, an invalid trigger matches no event, without an
 * error. The parser's own messages name its internal variables, and it accepts a condition without a value.
 */
export function parseTrigger(fql: string): ParsedTrigger {
  if (fql.trim() === '') return { problem: 'The trigger is empty, so it matches no event.' }
  const trigger = parseFql(fql)
  if ('error' in trigger || hasGap(trigger)) return { problem: 'The trigger is not valid FQL, such as type = "track".' }
  return lacksValue(trigger) ? { problem: 'The trigger is not valid FQL: a value is missing at its end.' } : { trigger }
}

/** The parser leaves the place of a group without conditions empty. Evaluating the trigger would throw. */
function hasGap(condition: Condition | undefined): boolean {
  if (!condition) return true
  return condition.type === 'group' && condition.children.some(hasGap)
}

/** The parser uses `eos`, the end of the string, as the value. */
function lacksValue(condition: Condition): boolean {
  return condition.type === 'group' ? condition.children.some(lacksValue) : condition.value === 'eos'
}
