import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import { Context } from '@segment/analytics-next'
import { destination } from '../../src/destinations/inmoment'
import { presetSubscriptions } from '../../src/preset-subscriptions'

it('includes all parts of the runtime that the destination uses at its start', () => {
  // The runtime's helpers are the second argument, and are not in the bundles.
  expect(destination.initialize).toHaveLength(1)
})

it("includes all parts of the definition that Segment's runtime reads", async () => {
  const read = new Set<string | symbol>()
  const watched = <Definition extends object>(definition: Definition): Definition =>
    new Proxy(definition, {
      get(target, key, receiver) {
        read.add(key)
        return Reflect.get(target, key, receiver) as unknown
      }
    })
  const perform = jest.fn()
  const actions = Object.entries(destination.actions).map(([key, action]) => [key, watched({ ...action, perform })])
  const definition = { ...destination, initialize: () => undefined, actions: Object.fromEntries(actions) as never }

  const plugins = generatePlugins(watched(definition) as never, { accountToken: '' }, presetSubscriptions())
  for (const plugin of plugins) {
    const context = new Context({ type: 'track', event: 'Signed Up' })
    await plugin.load(context, undefined as never)
    await plugin.track?.(context)
  }

  expect(perform).toHaveBeenCalledTimes(1)
  // All others are for Segment's app.
  expect([...read].sort()).toEqual(['actions', 'initialize', 'lifecycleHook', 'name', 'perform'])
})
