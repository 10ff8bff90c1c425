import type { CDNSettings } from '@segment/analytics-next'
import type { JSONValue } from '@segment/actions-core'
import { destination } from '../../../../src/destinations/inmoment'
import { subscriptionsOf, type TesterState } from '../state/tester-state'

export const WRITE_KEY = 'sandbox-write-key'

/** What Segment's CDN answers for a source that has this destination with these settings and mappings. */
export function cdnSettings(state: TesterState): CDNSettings {
  return {
    integrations: {
      'Segment.io': { apiKey: WRITE_KEY, versionSettings: { version: '4.4.7', componentTypes: ['browser'] } },
      [destination.name]: { versionSettings: { componentTypes: [] } }
    },
    plan: { track: { __default: { enabled: true, integrations: {} } }, identify: {}, group: {} },
    remotePlugins: [
      {
        name: destination.name,
        creationName: destination.name,
        libraryName: 'inmomentDestination',
        url: new URL('web/inmoment.js', document.baseURI).href,
        // What a mapping holds is JSON, whatever its type allows beyond.
        settings: { ...state.settings, subscriptions: subscriptionsOf(state) as unknown as JSONValue }
      }
    ]
  }
}
