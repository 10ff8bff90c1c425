import type { JsonObject } from '../json/json-object'

export const EVENT_TYPES = ['identify', 'track', 'page', 'group', 'alias', 'screen'] as const

type EventType = (typeof EVENT_TYPES)[number]

/** Without an `anonymousId`, which analytics.js adds. */
export const eventTemplates: Record<EventType, JsonObject> = {
  identify: {
    type: 'identify',
    userId: 'user-4821',
    traits: {
      email: 'ada@example.com',
      createdAt: '2024-03-01T09:30:00Z',
      language: 'EN',
      plan: 'pro',
      seats: 12
    }
  },
  track: {
    type: 'track',
    event: 'Trial Started',
    properties: { plan: 'team', trial_end: '2024-04-01T00:00:00Z' }
  },
  page: { type: 'page', name: 'Pricing', properties: { name: 'Pricing', path: '/pricing' } },
  group: { type: 'group', groupId: 'acme', traits: { name: 'Acme Inc.', employees: 420 } },
  alias: { type: 'alias', previousId: 'visitor-17', userId: 'user-4821' },
  screen: { type: 'screen', name: 'Checkout', properties: { step: 2 } }
}
