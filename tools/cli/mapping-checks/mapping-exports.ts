import type { Subscription } from '@segment/browser-destination-runtime/types'

/** The mappings as a list of subscriptions, which this project's tools and `inmomentPlugins` accept. */
export function toSubscriptionList(subscriptions: readonly Subscription[]): string {
  return `${JSON.stringify(subscriptions, undefined, 2)}\n`
}

/** A file for `replay --mapping`: the settings and the mappings. */
export function toReplayFile(settings: object, subscriptions: readonly Subscription[]): string {
  return `${JSON.stringify({ ...settings, subscriptions }, undefined, 2)}\n`
}

/** JavaScript that configures the destination in code. */
export function toPluginsCall(settings: object, subscriptions: readonly Subscription[]): string {
  const argument = JSON.stringify({ ...settings, subscriptions }, undefined, 2)
  return `import { inmomentPlugins } from 'analytics-browser-actions-inmoment'

analytics.register(...inmomentPlugins(${argument}))
`
}
