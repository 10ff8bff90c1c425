import { AnalyticsBrowser } from '@segment/analytics-next'
import { eventRecorder } from '../observation/event-recorder'
import { pastedContext } from './pasted-context'
import type { TesterState } from '../state/tester-state'
import { createCdnSettings, WRITE_KEY } from './cdn-settings'

/** Buffers calls until it has loaded. */
export const analytics = new AnalyticsBrowser()

export function loadAnalytics(state: TesterState): void {
  analytics.load(
    { writeKey: WRITE_KEY, cdnSettings: createCdnSettings(state), plugins: [eventRecorder, pastedContext] },
    // Otherwise a link could send an event: https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/querystring/
    { useQueryString: false }
  )
}
