// Mappings as in Segment's app, but in code: these replace the presets.
const subscriptions = [
  {
    name: 'Identify User',
    enabled: true,
    partnerAction: 'identifyUser',
    subscribe: 'type = "identify"',
    mapping: {
      userId: { '@path': '$.userId' },
      email: { '@path': '$.traits.email' },
      createdAt: { '@path': '$.traits.createdAt' },
      requestSurvey: false
    }
  },
  {
    name: 'Request Survey',
    enabled: true,
    partnerAction: 'requestSurvey',
    subscribe: 'type = "track" and event = "Order Completed"',
    mapping: { properties: { '@path': '$.properties' } }
  }
]

// The global is missing if the browser blocked the bundle. Then events still reach your other destinations.
const plugins = window.inmomentDestination?.({ accountToken: 'NPS-xxxxxxxx', subscriptions }) ?? []
analytics.register(...plugins)

analytics.identify('user-1', { email: 'ada@example.com', createdAt: '2026-01-15' })
