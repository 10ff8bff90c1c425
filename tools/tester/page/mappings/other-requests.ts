import type { Subscription } from '@segment/browser-destination-runtime/types'
import { describeEvent, doubleRequests } from '../../../cli/mapping-checks/survey-requests'
import type { JsonObject } from '../json/json-object'

/** Another mapping that requests a survey for the same event. */
export interface OtherRequest {
  name: string
  /** Such as `a track event "Order Completed"`. */
  event: string
}

/** The other requests of each mapping that has any. */
export function findOtherRequests(
  subscriptions: readonly Subscription[],
  currentEvent: JsonObject | undefined
): Map<Subscription, OtherRequest[]> {
  const requests = new Map<Subscription, OtherRequest[]>()
  for (const { mappings, event } of doubleRequests(subscriptions, currentEvent ? [currentEvent] : [])) {
    const [one, other] = mappings
    add(one, other)
    add(other, one)
    function add(subscription: Subscription, { name }: Subscription): void {
      requests.set(subscription, [...(requests.get(subscription) ?? []), { name, event: describeEvent(event) }])
    }
  }
  return requests
}
