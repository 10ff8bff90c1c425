import { AnalyticsBrowser } from '@segment/analytics-next'
import { cdnSettings, WRITE_KEY } from './cdn-settings'

/** Takes calls from the start and holds them until it has loaded. */
export const analytics = new AnalyticsBrowser()

export function loadAnalytics(accountToken: string): void {
  analytics.load({ writeKey: WRITE_KEY, cdnSettings: cdnSettings(accountToken) })
}
