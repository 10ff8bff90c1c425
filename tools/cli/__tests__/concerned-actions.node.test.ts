import type { Subscription } from '@segment/browser-destination-runtime/types'
import { concernedActions } from '../replay/concerned-actions'
import { recordedEvent } from '../replay/recorded-event'

function actionsOf(event: object, ...subscriptions: Partial<Subscription>[]): string[] {
  const whole = {
    name: 'Mapping',
    enabled: true,
    partnerAction: 'trackEvent',
    subscribe: 'type = "track"',
    mapping: {}
  }
  const concerned = concernedActions(subscriptions.map((subscription) => ({ ...whole, ...subscription })))
  return [...concerned(recordedEvent(JSON.stringify(event)))]
}

const track = { type: 'track', event: 'Signed Up', properties: { plan: 'pro' } }

it('returns the actions with a mapping that matches, each once', () => {
  expect(
    actionsOf(
      track,
      { subscribe: 'event = "Signed Up"' },
      { subscribe: 'properties.plan = "pro"' },
      { partnerAction: 'identifyUser', subscribe: 'type = "identify"' },
      { partnerAction: 'trackPage', subscribe: 'type = "track" or type = "page"' }
    )
  ).toEqual(['trackEvent', 'trackPage'])
})

it.each([
  ['is switched off', { enabled: false }],
  ['has no trigger', { subscribe: '' }],
  ['has a trigger that is no FQL', { subscribe: 'when somebody signs up' }]
])('concerns no action by a mapping that %s', (_, subscription) => {
  expect(actionsOf(track, subscription)).toEqual([])
})

it('includes actions whose trigger throws, so that the runtime reports the error', () => {
  expect(actionsOf(track, { subscribe: 'type = "track" and ()' })).toEqual(['trackEvent'])
})
