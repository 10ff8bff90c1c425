import { AnalyticsBrowser } from '@segment/analytics-next'
import inmoment from 'analytics-browser-actions-inmoment'

// Settings and mappings come from Segment. Only the destination's code comes from npm.
const analytics = AnalyticsBrowser.load({ writeKey: 'YOUR_WRITE_KEY', plugins: [inmoment] })

// Identifies the user to InMoment, and requests a survey.
void analytics.identify('user-1', { email: 'ada@example.com', createdAt: '2026-01-15' })

document.querySelector('#order')?.addEventListener('click', () => {
  void analytics.track('Order Completed', { total: 12.5 })
})
