import type { Subscription } from '@segment/browser-destination-runtime/types'
import { parseFql, validate } from '@segment/destination-subscriptions'
import type { RecordedEvent } from './recorded-event'

/**
 * Tells the actions that an event concerns: those with a mapping that is switched on and whose trigger fits. The runtime
 * does the same for itself, but reads each trigger anew at each event; asked first, it need not look at the others.
 */
export function concernedActions(subscriptions: Subscription[]): (event: RecordedEvent) => Set<string> {
  const triggers = subscriptions
    .filter(({ enabled }) => enabled)
    .map(({ partnerAction, subscribe }) => ({ action: partnerAction, trigger: parseFql(subscribe) }))
  return (event) => new Set(triggers.filter(({ trigger }) => fits(trigger, event)).map(({ action }) => action))
}

/** Where it cannot be told, the runtime has to say what is wrong. */
function fits(trigger: ReturnType<typeof parseFql>, event: RecordedEvent): boolean {
  try {
    return validate(trigger, event)
  } catch {
    return true
  }
}
