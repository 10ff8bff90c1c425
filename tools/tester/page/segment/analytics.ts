import { AnalyticsBrowser } from '@segment/analytics-next'
import { eventRecorder } from '../observation/event-recorder'
import type { TesterState } from '../state/tester-state'
import { createCdnSettings, WRITE_KEY } from './cdn-settings'

/** Buffers calls until it has loaded. */
export const analytics = new AnalyticsBrowser()

export function loadAnalytics(state: TesterState): void {
  analytics.load({ writeKey: WRITE_KEY, cdnSettings: createCdnSettings(state), plugins: [eventRecorder] })
}
