import type { Subscription } from '@segment/browser-destination-runtime/types'
import { parseFql, validate } from '@segment/destination-subscriptions'
import type { RecordedEvent } from './parse-event'

/**
 * Creates a function that returns the actions with an enabled mapping whose trigger matches an event. The runtime
 * checks this itself, but parses each trigger again for each event. Skipping the other actions saves that time.
 */
export function createActionMatcher(subscriptions: Subscription[]): (event: RecordedEvent) => Set<string> {
  const triggers = subscriptions
    .filter(({ enabled }) => enabled)
    .map(({ partnerAction, subscribe }) => ({ action: partnerAction, trigger: parseFql(subscribe) }))
  return (event) => new Set(triggers.filter(({ trigger }) => isMatch(trigger, event)).map(({ action }) => action))
}

/** If the trigger cannot be evaluated, the runtime has to report why. */
function isMatch(trigger: ReturnType<typeof parseFql>, event: RecordedEvent): boolean {
  try {
    return validate(trigger, event)
  } catch {
    return true
  }
}
