import type { JSONValue } from '@segment/actions-core'
import type { CDNSettings } from '@segment/analytics-next'
import { destination } from '../../../../src/destinations/inmoment'
import { getSubscriptions, type TesterState } from '../state/tester-state'

export const WRITE_KEY = 'sandbox-write-key'

/** The response of Segment's CDN for a source that has this destination. */
export function createCdnSettings(state: TesterState): CDNSettings {
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
        // The type of a mapping also allows values that are not JSON.
        settings: { ...state.settings, subscriptions: getSubscriptions(state) as unknown as JSONValue }
      }
    ]
  }
}
