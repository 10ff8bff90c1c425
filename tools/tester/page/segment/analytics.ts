import { AnalyticsBrowser } from '@segment/analytics-next'
import type { TesterState } from '../state/tester-state'
import { recorder } from '../timeline/record'
import { cdnSettings, WRITE_KEY } from './cdn-settings'

/** Takes calls from the start and holds them until it has loaded. */
export const analytics = new AnalyticsBrowser()

export function loadAnalytics(state: TesterState): void {
  analytics.load({ writeKey: WRITE_KEY, cdnSettings: cdnSettings(state), plugins: [recorder] })
}
