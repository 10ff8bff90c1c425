import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import { Context } from '@segment/analytics-next'
import { destination } from '../../src/destinations/inmoment'
import { presetSubscriptions } from '../../src/preset-subscriptions'

it('does not use the helpers of the runtime that the bundles leave out', () => {
  // The helpers are the second argument of `initialize`.
  expect(destination.initialize).toHaveLength(1)
})

it("keeps all parts of the definition that Segment's runtime uses", async () => {
  const usedKeys = new Set<string | symbol>()
  const track = <Definition extends object>(definition: Definition): Definition =>
    new Proxy(definition, {
      get(target, key, receiver) {
        usedKeys.add(key)
        return Reflect.get(target, key, receiver) as unknown
      }
    })
  const perform = jest.fn()
  const actions = Object.entries(destination.actions).map(([key, action]) => [key, track({ ...action, perform })])
  const definition = { ...destination, initialize: () => undefined, actions: Object.fromEntries(actions) as never }

  const plugins = generatePlugins(track(definition) as never, { accountToken: '' }, presetSubscriptions())
  for (const plugin of plugins) {
    const context = new Context({ type: 'track', event: 'Signed Up' })
    await plugin.load(context, undefined as never)
    await plugin.track?.(context)
  }

  expect(perform).toHaveBeenCalledTimes(1)
  // Only Segment's app uses the others.
  expect([...usedKeys].sort()).toEqual(['actions', 'initialize', 'lifecycleHook', 'name', 'perform'])
})
