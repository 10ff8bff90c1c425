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
 * The plugins for a site that configures InMoment in code:
 * `analytics.register(...inmomentPlugins({ accountToken: 'NPS-xxxxxxxx' }))`.
 *
 * `subscriptions`, in the format in which Segment's app stores them, replace the presets.
 */
export function inmomentPlugins(settings: Settings & { subscriptions?: Subscription[] }): Plugin[] {
  const subscriptions = settings.subscriptions ?? presetSubscriptions()
  const plugins = generatePlugins(destination, { ...settings, subscriptions }, subscriptions)
  // With this name, `integrations: { 'InMoment (Actions)': false }` withholds an event, as with Segment's settings.
  return plugins.map((plugin) => Object.assign(plugin, { alternativeNames: [destination.name] }))
}
