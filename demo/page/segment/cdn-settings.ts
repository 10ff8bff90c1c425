import type { CDNSettings } from '@segment/analytics-next'
import { destination } from '../../../src/destinations/inmoment'

export const WRITE_KEY = 'sandbox-write-key'

const subscriptions = (destination.presets ?? []).flatMap((preset) =>
  preset.type === 'automatic'
    ? [
        {
          name: preset.name ?? preset.partnerAction,
          enabled: true,
          partnerAction: preset.partnerAction,
          subscribe: preset.subscribe,
          mapping: preset.mapping ?? {}
        }
      ]
    : []
)

/** What Segment's CDN answers for a source that has this destination, its presets as they are shipped. */
export function cdnSettings(accountToken: string): CDNSettings {
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
        url: new URL('/web/inmoment.js', window.location.href).href,
        settings: { accountToken, subscriptions }
      }
    ]
  }
}
