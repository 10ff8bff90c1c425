import type { Plugin } from '@segment/analytics-next'

type Factory = (settings: unknown) => Plugin[]

function withLoad(plugin: Plugin, loaded: () => void): Plugin {
  const { load } = plugin
  plugin.load = (context, analytics) => {
    const loading = load.call(plugin, context, analytics)
    // The destination takes up the known user before it waits for anything.
    loaded()
    return loading
  }
  return plugin
}

/** Tells when the bundle's plugins have begun to load, which is when the known user is restored. */
export function whenDestinationLoads(loaded: () => void): void {
  let factory: Factory | undefined

  Object.defineProperty(window, 'inmomentDestination', {
    configurable: true,
    get: () => factory,
    set(original: Factory) {
      factory = (settings) => original(settings).map((plugin) => withLoad(plugin, loaded))
    }
  })
}
