import type { Plugin } from '@segment/analytics-next'
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from './destinations/inmoment'
import type { Settings } from './destinations/inmoment/generated-types'
import { presetSubscriptions } from './preset-subscriptions'

export { default, destination } from './destinations/inmoment'
export { presetSubscriptions }
export type { Plugin, Settings, Subscription }

/**
 * The plugins for a site that configures InMoment in code, in one line:
 * `analytics.register(...inmomentPlugins({ accountToken: 'NPS-xxxxxxxx' }))`.
 *
 * `subscriptions`, in the form in which Segment's app stores them, take the place of the presets. No event is lost
 * while the beacon loads.
 */
export function inmomentPlugins(settings: Settings & { subscriptions?: Subscription[] }): Plugin[] {
  const subscriptions = settings.subscriptions ?? presetSubscriptions()
  return generatePlugins(destination, { ...settings, subscriptions }, subscriptions)
}
