import { AnalyticsBrowser } from '@segment/analytics-next'
import { inmomentPlugins } from 'analytics-browser-actions-inmoment'

const analytics = AnalyticsBrowser.load({ writeKey: 'YOUR_WRITE_KEY' })
void analytics.register(...inmomentPlugins({ accountToken: 'NPS-xxxxxxxx', surveyEvents: 'scores' }))

// Identifies the user to InMoment, and requests a survey.
void analytics.identify('user-1', { email: 'ada@example.com', createdAt: '2026-01-15' })

document.querySelector('#order')?.addEventListener('click', () => {
  void analytics.track('Order Completed', { total: 12.5 })
})
