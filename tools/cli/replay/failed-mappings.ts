import { transform } from '@segment/actions-core/mapping-kit'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { validate } from '@segment/destination-subscriptions'
import { getErrorMessage } from '../mapping-checks/error-message'
import { parseTrigger } from '../mapping-checks/parse-trigger'
import type { Invocation } from './action-recorder'
import type { RecordedEvent } from './parse-event'

/**
 * Finds the mappings that match an event but were not performed, with the reason. If a mapping fails, the runtime also
 * skips the later mappings of the same action.
 */
export function findFailedMappings(
  event: RecordedEvent,
  subscriptions: Subscription[],
  performed: Invocation[]
): Invocation[] {
  return subscriptions.flatMap(({ name, enabled, partnerAction: action, subscribe, mapping }) => {
    const wasPerformed = performed.some(
      (invocation) => invocation.subscription === name && invocation.action === action
    )
    const { trigger } = parseTrigger(subscribe)
    if (!enabled || wasPerformed || !trigger || !validate(trigger, { ...event })) return []
    const invocation = { subscription: name, action, payload: undefined, commands: [], settings: [] }
    try {
      transform(mapping, { ...event })
      return [{ ...invocation, error: 'was not performed because another mapping of the action failed' }]
    } catch (error) {
      return [{ ...invocation, error: getErrorMessage(error) }]
    }
  })
}
