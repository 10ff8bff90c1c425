import type { Analytics, Plugin } from '@segment/analytics-next'
import inmoment, { presetSubscriptions } from '..'
import { convertError } from '../destinations/inmoment/errors'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { ACCOUNT_TOKEN, freshPage, registerPlugins, startAnalytics } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

/** Segment's settings with a destination whose plugins take 50 ms to load. */
async function loadSlowly(): Promise<Analytics> {
  const slowly = (plugin: Plugin): Plugin => ({
    ...plugin,
    load: async (context, analytics) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      await plugin.load(context, analytics)
    }
  })
  const factory = async (settings: unknown) => [await inmoment(settings as never)].flat().map(slowly)
  const settings = { accountToken: ACCOUNT_TOKEN, subscriptions: presetSubscriptions() } as unknown as Record<
    string,
    string
  >
  const names = { name: 'InMoment (Actions)', creationName: 'InMoment (Actions)', libraryName: 'inmomentDestination' }
  const [analytics] = await startAnalytics({
    plugins: [Object.assign(factory, { pluginName: inmoment.pluginName })],
    cdnSettings: {
      integrations: { 'Segment.io': { apiKey: 'write-key' } },
      remotePlugins: [{ ...names, url: 'https://cdn.segment.com/inmoment.js', settings }]
    }
  })
  return analytics
}

it.each([undefined, 'mine-1'])(
  'drops an identify that reset() follows before the destination starts (%s)',
  async (messageId) => {
    const analytics = await loadSlowly()
    const event = analytics.identify('ann', { email: 'ann@example.com' }, { messageId })
    analytics.reset()
    await event
    await analytics.track('Checkout')
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['Checkout'])
    expect(JSON.stringify([beacon.calls, localStorage])).not.toContain('ann@example.com')
  }
)

it('delivers events after a reset if source middleware changes the anonymous ID', async () => {
  const analytics = await registerPlugins()
  await analytics.addSourceMiddleware(({ payload, next }) => {
    payload.obj.anonymousId = `site-${payload.obj.anonymousId ?? ''}`
    next(payload)
  })
  analytics.reset()
  await analytics.track('Checkout')
  expect(beacon.commands).toEqual(['run'])
})

it('clears the user on reset() if the page had another account token at load', async () => {
  window.wootricSettings = { account_token: 'NPS-12345678' }
  const analytics = await registerPlugins()
  window.wootricSettings = { account_token: ACCOUNT_TOKEN }
  await analytics.identify('ann', { email: 'ann@example.com' })
  const late = analytics.track('Late')
  analytics.reset()
  await late
  expect(beacon.calls).toHaveLength(1)
  expect(JSON.stringify([window.wootricSettings, localStorage])).not.toContain('ann@example.com')
})

it('does not make calls of the page fail if a foreign record only looks like a map', async () => {
  const recentEvents: unknown = Object.create(Map.prototype)
  Object.assign(window, { [Symbol.for('segment.actions-inmoment@1')]: { recentEvents } })
  const analytics = await registerPlugins()
  await expect(analytics.track('Checkout')).resolves.toBeDefined()
})

it('reports no line of a message that looks like a place in the code', () => {
  const { stack } = convertError(new Error('x\n    at ann@example.com:1:1'))
  expect(stack).toContain('slow-and-hostile.test.ts')
  expect(stack).not.toContain('ann@example.com')
})
