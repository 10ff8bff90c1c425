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
 * Creates the plugins for a site that configures InMoment in code:
 * `analytics.register(...inmomentPlugins({ accountToken: 'NPS-xxxxxxxx' }))`.
 *
 * `subscriptions`, in the format of Segment's app, replace the presets. Never throws: if a setting is invalid, each event
 * fails with an error.
 */
export function inmomentPlugins(settings: Settings & { subscriptions?: Subscription[] }): Plugin[] {
  const subscriptions = settings.subscriptions ?? presetSubscriptions()
  const plugins = generatePlugins(destination, { ...settings, subscriptions }, subscriptions)
  // The plugins have names of their own. This one makes `integrations: { 'InMoment (Actions)': false }` exclude an event.
  return plugins.map((plugin) => Object.assign(plugin, { alternativeNames: [destination.name] }))
}
