import type {
  BrowserDestinationDefinition,
  PluginFactory,
  Subscription
} from '@segment/browser-destination-runtime/types'
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'

/** Replaces `browserDestination`, which loads the runtime with a second request. Here, it is in the same file. */
export function browserDestination<Settings, Client>(
  definition: BrowserDestinationDefinition<Settings, Client>
): PluginFactory {
  // analytics.js passes the subscriptions as one of the settings.
  const factory = (settings: unknown) => {
    const { subscriptions } = settings as { subscriptions?: Subscription[] }
    return generatePlugins(definition, settings as Settings, subscriptions ?? [])
  }
  return Object.assign(factory, { pluginName: definition.name })
}
