import type { Plugin } from '@segment/analytics-next'

type PluginFactory = (settings: unknown) => Plugin[]

/** Runs the listener when the destination starts to load. By then it has restored the user. */
export function onDestinationLoad(listener: () => void): void {
  let factory: PluginFactory | undefined

  Object.defineProperty(window, 'inmomentDestination', {
    configurable: true,
    get: () => factory,
    set(original: PluginFactory) {
      factory = (settings) => original(settings).map((plugin) => addLoadListener(plugin, listener))
    }
  })
}

function addLoadListener(plugin: Plugin, listener: () => void): Plugin {
  const { load } = plugin
  plugin.load = (context, analytics) => {
    const loading = load.call(plugin, context, analytics)
    listener()
    return loading
  }
  return plugin
}
