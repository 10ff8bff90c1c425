import { inmomentPlugins } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { ACCOUNT_TOKEN, freshPage, loadPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
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

it('keeps queued events when a second instance is registered, and another user is remembered', async () => {
  beacon.install()
  const first = await registerPlugins()
  await first.identify('ann', { email: 'ann@example.com' })
  loadPage()
  beacon = new FakeBeacon()
  beacon.serve(50)
  const analytics = await registerPlugins()
  const event = analytics.identify('bob', { email: 'bob@example.com' })
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
  await event
  expect(beacon.calls.map(({ settings }) => settings.email)).toEqual(['bob@example.com'])
})

it("keeps the page's own values if its user is identified after a page call of the remembered user", async () => {
  beacon.install()
  const first = await registerPlugins()
  await first.identify('ann', { email: 'ann@example.com' })
  loadPage()
  beacon = new FakeBeacon()
  beacon.install()
  window.wootricSettings = { email: 'bob@example.com', created_at: 1533310126, external_id: 'bob-7' }
  const analytics = await registerPlugins()
  await analytics.page()
  await analytics.identify('bob', { email: 'Bob@example.com' })
  expect(beacon.last.settings).toMatchObject({
    email: 'Bob@example.com',
    created_at: 1533310126,
    external_id: 'bob-7',
    segment_user_id: 'bob'
  })
})

it('delivers later events if the page freezes group_info', async () => {
  beacon.install()
  const analytics = await registerPlugins()
  await analytics.group('initech', { plan: 'pro' })
  Object.freeze(window.wootricSettings?.group_info)
  await analytics.track('Order Completed')
  expect(beacon.last.settings).toMatchObject({
    event_name: 'Order Completed',
    group_info: { id: 'initech', plan: 'pro' }
  })
})
