import type { Plugin } from '@segment/analytics-next'
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import { destination } from './destinations/inmoment'
import type { Settings as FormSettings } from './destinations/inmoment/generated-types'
import { withLoggedDecisions } from './log-decisions'
import { presetSubscriptions, type Subscription } from './preset-subscriptions'

export { default } from './factory'
export { destination, presetSubscriptions }
export type { Plugin, Subscription }

/** The destination's settings. */
export interface Settings extends Omit<FormSettings, 'surveyEvents'> {
  surveyEvents?: 'off' | 'scores' | 'scoresAndText'
}

export interface InMomentOptions {
  /** Writes one console line per decision, without values of events. Default: `false`. */
  debug?: boolean
}

/**
 * Creates the plugins for a site that configures InMoment in code:
 * `analytics.register(...inmomentPlugins({ accountToken: 'NPS-xxxxxxxx' }))`.
 *
 * `subscriptions` replace the presets. Never throws: if a setting is invalid, each event fails with an error.
 */
export function inmomentPlugins(
  settings: Settings & { subscriptions?: Subscription[] },
  { debug = false }: InMomentOptions = {}
): Plugin[] {
  const subscriptions = settings.subscriptions ?? presetSubscriptions()
  const definition = debug ? withLoggedDecisions(destination) : destination
  const plugins = generatePlugins(definition, { ...settings, subscriptions }, subscriptions)
  // With this name, `integrations: { 'InMoment (Actions)': false }` excludes an event, as with Segment's settings.
  return plugins.map((plugin) => Object.assign(plugin, { alternativeNames: [destination.name] }))
}
