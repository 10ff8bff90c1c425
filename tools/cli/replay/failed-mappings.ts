import { transform } from '@segment/actions-core/mapping-kit'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { validate } from '@segment/destination-subscriptions'
import { errorMessage } from '../mapping-checks/error-message'
import { readTrigger } from '../mapping-checks/read-trigger'
import type { Invocation } from './observer'
import type { RecordedEvent } from './recorded-event'

/**
 * The mappings that an event matched and that were not performed, with the reason: the runtime fails where a mapping
 * cannot be evaluated, and then leaves out the later mappings of the same action too.
 */
export function failedMappings(
  event: RecordedEvent,
  subscriptions: Subscription[],
  performed: Invocation[]
): Invocation[] {
  return subscriptions.flatMap(({ name, enabled, partnerAction: action, subscribe, mapping }) => {
    const wasPerformed = performed.some(
      (invocation) => invocation.subscription === name && invocation.action === action
    )
    const { trigger } = readTrigger(subscribe)
    if (!enabled || wasPerformed || !trigger || !validate(trigger, { ...event })) return []
    const invocation = { subscription: name, action, payload: undefined, commands: [], settings: [] }
    try {
      transform(mapping, { ...event })
      return [{ ...invocation, error: 'was not performed, since another mapping of the action failed' }]
    } catch (error) {
      return [{ ...invocation, error: errorMessage(error) }]
    }
  })
}
