import type { Subscription } from '@segment/browser-destination-runtime/types'
import { createActionMatcher } from '../replay/matching-actions'
import { parseEvent } from '../replay/parse-event'

function getMatchingActions(event: object, ...subscriptions: Partial<Subscription>[]): string[] {
  const defaults = {
    name: 'Mapping',
    enabled: true,
    partnerAction: 'trackEvent',
    subscribe: 'type = "track"',
    mapping: {}
  }
  const match = createActionMatcher(subscriptions.map((subscription) => ({ ...defaults, ...subscription })))
  return [...match(parseEvent(JSON.stringify(event)))]
}

const track = { type: 'track', event: 'Signed Up', properties: { plan: 'pro' } }

it('returns each action that has a mapping whose trigger matches once', () => {
  expect(
    getMatchingActions(
      track,
      { subscribe: 'event = "Signed Up"' },
      { subscribe: 'properties.plan = "pro"' },
      { partnerAction: 'identifyUser', subscribe: 'type = "identify"' },
      { partnerAction: 'trackPage', subscribe: 'type = "track" or type = "page"' }
    )
  ).toEqual(['trackEvent', 'trackPage'])
})

it.each([
  ['is disabled', { enabled: false }],
  ['has no trigger', { subscribe: '' }],
  ['has a trigger that is not FQL', { subscribe: 'when a user signs up' }]
])('ignores a mapping that %s', (_, subscription) => {
  expect(getMatchingActions(track, subscription)).toEqual([])
})

it('returns an action whose trigger cannot be evaluated, so that the runtime reports the error', () => {
  expect(getMatchingActions(track, { subscribe: 'type = "track" and ()' })).toEqual(['trackEvent'])
})
