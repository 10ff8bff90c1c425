import type {
  BrowserDestinationDefinition,
  PluginFactory,
  Subscription
} from '@segment/browser-destination-runtime/types'
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'

/**
 * Stands in for the runtime's own `browserDestination` in the bundles, which loads the rest of the runtime by a second
 * request. Here it is in the same file.
 */
export function browserDestination<Settings, Client>(
  definition: BrowserDestinationDefinition<Settings, Client>
): PluginFactory {
  // analytics.js hands over the settings of the destination with its subscriptions among them.
  const factory = (settings: unknown) => {
    const { subscriptions } = settings as { subscriptions?: Subscription[] }
    return generatePlugins(definition, settings as Settings, subscriptions ?? [])
  }
  return Object.assign(factory, { pluginName: definition.name })
}
