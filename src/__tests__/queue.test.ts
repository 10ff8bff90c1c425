import { inmomentPlugins } from '..'
import { getOnlyScript, preventLoading } from '../destinations/inmoment/test-support/beacon-scripts'
import { ACCOUNT_TOKEN } from '../destinations/inmoment/test-support/constants'
import { ServedBeacon } from '../../test/support/served-beacon'
import { loadAnalytics, loadWithFactory, openPage, registerPlugins } from '../../test/support/page'
import { reloadPage, resetPage } from '../destinations/inmoment/test-support/reset-page'

let beacon: ServedBeacon

beforeEach(() => {
  resetPage()
  beacon = new ServedBeacon()
})

afterEach(() => jest.restoreAllMocks())

const LOADERS = [
  ['register', () => registerPlugins()],
  ['the plugins option', () => loadAnalytics({ plugins: inmomentPlugins({ accountToken: ACCOUNT_TOKEN }) })],
  ['the factory and Segment’s settings', () => loadWithFactory()]
] as const

it.each(LOADERS)('loads the beacon once, and delivers queued events in order, with %s', async (_, load) => {
  const request = beacon.serve(50)
  const analytics = await load()
  await Promise.all([
    analytics.identify('ann', { email: 'ann@example.com' }),
    analytics.track('Order Completed'),
    analytics.identify('bob', { email: 'bob@example.com' }),
    analytics.track('Product Added')
  ])

  expect(beacon.calls.map(({ settings }) => [settings.email, settings.event_name])).toEqual([
    ['ann@example.com', null],
    ['ann@example.com', 'Order Completed'],
    ['bob@example.com', null],
    ['bob@example.com', 'Product Added']
  ])
  expect(request.isDone()).toBe(true)
  expect(getOnlyScript().isConnected).toBe(true)
})

it('drops the rest of the queue if the page calls reset() while the beacon handles the first event', async () => {
  beacon.serve(30)
  const analytics = await registerPlugins()
  const events = [analytics.identify('ann', { email: 'ann@example.com' }), analytics.track('A'), analytics.track('B')]
  const install = beacon.install.bind(beacon)
  window.installFakeBeacon = () => {
    install()
    const wootric = window.wootric
    window.wootric = (command) => {
      wootric?.(command)
      if (beacon.calls.length === 1) analytics.reset()
    }
  }
  await Promise.all(events)
  expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual([null])
  expect(JSON.stringify(window.wootricSettings)).not.toContain('ann')
})

it('keeps queued events when a second instance is registered and another user is remembered', async () => {
  openPage()
  await (await registerPlugins()).identify('ann', { email: 'ann@example.com' })
  reloadPage()
  beacon = new ServedBeacon()
  beacon.serve(50)
  const analytics = await registerPlugins()
  const event = analytics.identify('bob', { email: 'bob@example.com' })
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
  await event
  expect(beacon.calls.map(({ settings }) => settings.email)).toEqual(['bob@example.com'])
})

describe('a survey request that failed because the script failed', () => {
  it.each(['a reset', 'a change of user'])('is not sent after %s if the beacon arrives later', async (change) => {
    preventLoading()
    const analytics = await loadAnalytics()
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] })
    await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
    getOnlyScript().dispatchEvent(new Event('error'))
    void analytics.identify('ann', { email: 'ann@example.com' })
    void analytics.page('Inbox of Ann')
    void analytics.track('Failed')
    await jest.advanceTimersByTimeAsync(2_000)

    if (change === 'a reset') analytics.reset()
    else {
      analytics.user().identify('bob', {})
      void analytics.page()
    }
    await jest.advanceTimersByTimeAsync(100)
    beacon.install()
    await jest.advanceTimersByTimeAsync(5_000)
    expect(beacon.commands).not.toContain('run')
    expect(JSON.stringify([beacon.calls, window.wootricSettings])).not.toMatch(/ann@|Inbox/)
  })
})
