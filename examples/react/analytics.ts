import { AnalyticsBrowser } from '@segment/analytics-next'
import { inmomentPlugins, presetSubscriptions, type Subscription } from 'analytics-browser-actions-inmoment'

const requestSurvey: Subscription = {
  name: 'Request Survey for reports',
  enabled: true,
  partnerAction: 'requestSurvey',
  subscribe: 'type = "track" and event = "Report Viewed"',
  mapping: { properties: { '@path': '$.properties' } }
}

// Without Track Event and with Request a Survey off, no other event requests a survey.
const otherPresets = presetSubscriptions()
  .filter(({ partnerAction }) => partnerAction !== 'trackEvent')
  .map((preset) =>
    preset.partnerAction === 'identifyUser'
      ? { ...preset, mapping: { ...preset.mapping, requestSurvey: false } }
      : preset
  )

export const analytics = AnalyticsBrowser.load({ writeKey: 'YOUR_WRITE_KEY' })
void analytics.register(
  ...inmomentPlugins({ accountToken: 'NPS-xxxxxxxx', subscriptions: [...otherPresets, requestSurvey] })
)
