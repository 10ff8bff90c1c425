import { parseFql, validate } from '@segment/destination-subscriptions'
import type { Subscription } from '@segment/browser-destination-runtime/types'

/** Whether a mapping requests a survey for each event that it matches, as far as the mapping alone shows. */
export function isSurveyRequest({ partnerAction, mapping }: Subscription): boolean {
  if (partnerAction === 'identifyUser') return mapping.requestSurvey !== false
  return partnerAction === 'trackEvent' || partnerAction === 'requestSurvey'
}

/** The enabled mappings that request a survey for an event. With more than one, the user may see two surveys. */
export function surveyRequestsFor(subscriptions: readonly Subscription[], event: object): Subscription[] {
  return subscriptions.filter(
    (subscription) =>
      subscription.enabled && isSurveyRequest(subscription) && validate(parseFql(subscription.subscribe), event)
  )
}

/**
 * The pairs of enabled mappings that request a survey for the same event, with such an event. The events are derived
 * from the triggers: the event types, and the event names and values that triggers compare with.
 */
export function doubleRequests(
  subscriptions: readonly Subscription[],
  examples: readonly object[] = []
): { mappings: [Subscription, Subscription]; event: object }[] {
  const events = [...eventsNamedBy(subscriptions), ...examples]
  const requests = subscriptions
    .filter((subscription) => subscription.enabled && isSurveyRequest(subscription))
    .map((subscription) => ({ subscription, matched: eventsMatchedBy(subscription, events) }))
  return requests.flatMap((one, index) =>
    requests.slice(index + 1).flatMap((other) => {
      const event = events.find((event) => one.matched.has(event) && other.matched.has(event))
      return event ? [{ mappings: [one.subscription, other.subscription] as [Subscription, Subscription], event }] : []
    })
  )
}

function eventsMatchedBy({ subscribe }: Subscription, events: readonly object[]): Set<object> {
  const trigger = parseFql(subscribe)
  return new Set(events.filter((event) => validate(trigger, event)))
}

function eventsNamedBy(subscriptions: readonly Subscription[]): object[] {
  const texts = subscriptions.map(({ subscribe }) => subscribe).join(' ')
  const names = Array.from(texts.matchAll(/\bevent\s*!?=\s*"([^"]*)"/g), ([, name]) => name)
  return [
    { type: 'identify', traits: {} },
    ...['Any Event', ...names].map((event) => ({ type: 'track', event, properties: {} })),
    { type: 'page', properties: {} },
    { type: 'group', traits: {} }
  ]
}
