import { requestsSurvey } from '../../../src/requests-survey'
import { conditionLists, contradict, eventFor } from './events-for-trigger'
import { parseFql, validate } from '@segment/destination-subscriptions'
import type { Subscription } from '@segment/browser-destination-runtime/types'

/** Whether a mapping requests a survey for each event that it matches, as far as the mapping alone shows. */
export function isSurveyRequest({ partnerAction, mapping }: Subscription): boolean {
  return requestsSurvey(partnerAction, mapping)
}

/** The enabled mappings that request a survey for an event. With more than one, the user may see two surveys. */
export function surveyRequestsFor(subscriptions: readonly Subscription[], event: object): Subscription[] {
  return subscriptions.filter(
    (subscription) =>
      subscription.enabled && isSurveyRequest(subscription) && validate(parseFql(subscription.subscribe), event)
  )
}

/** A mapping with the conditions of its trigger. */
interface Request {
  subscription: Subscription
  trigger: ReturnType<typeof parseFql>
  conditions: ReturnType<typeof conditionLists>
}

/** Limits the time for mappings with many combinations of conditions. */
const MAX_TRIED = 20_000

/**
 * The pairs of enabled mappings that request a survey for the same event, with such an event. The events are derived
 * from the triggers, so that a pair with several conditions on the same field may not be found.
 */
export function doubleRequests(
  subscriptions: readonly Subscription[],
  examples: readonly object[] = []
): { mappings: [Subscription, Subscription]; event: object }[] {
  const limit = { left: MAX_TRIED }
  const requests = subscriptions.filter((one) => one.enabled && isSurveyRequest(one)).map(toRequest)
  return requests.flatMap((one, index) =>
    requests.slice(index + 1).flatMap((other) => {
      const event = findEventFor(one, other, examples, limit)
      const mappings: [Subscription, Subscription] = [one.subscription, other.subscription]
      return event ? [{ mappings, event }] : []
    })
  )
}

function toRequest(subscription: Subscription): Request {
  const trigger = parseFql(subscription.subscribe)
  return { subscription, trigger, conditions: conditionLists(trigger) }
}

function findEventFor(
  one: Request,
  other: Request,
  examples: readonly object[],
  limit: { left: number }
): object | undefined {
  const isMatch = (event: object) => validate(one.trigger, event) && validate(other.trigger, event)
  for (const conditions of one.conditions) {
    for (const others of other.conditions) {
      if (limit.left <= 0 || contradict(conditions, others)) continue
      limit.left--
      const event = eventFor([...conditions, ...others])
      if (isMatch(event)) return event
    }
  }
  return examples.find(isMatch)
}

/** Describes an event that `doubleRequests` returns, such as `a track event "Order Completed"`. */
export function describeEvent(event: object): string {
  const { type, event: name } = event as { type?: unknown; event?: unknown }
  const article = /^[aeiou]/.test(String(type)) ? 'an' : 'a'
  const label = typeof name === 'string' ? ` ${JSON.stringify(name)}` : ''
  return `${article} ${String(type)} event${label}`
}
