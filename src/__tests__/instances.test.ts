import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins, presetSubscriptions, type Subscription } from '..'
import { STATE_KEY } from '../destinations/inmoment/page-state'
import { ACCOUNT_TOKEN } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getWarnings, loadAnalytics, openPage, registerPlugins } from '../../test/support/page'
import { defineGlobal } from '../destinations/inmoment/test-support/reset-page'
import { changePresets, selectPresets } from '../../test/support/subscriptions'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

/** Loads two instances at one analytics.js: the first with these mappings, the second with the presets. */
async function loadInstances(subscriptions: Subscription[]): Promise<Analytics> {
  const analytics = await loadAnalytics()
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, subscriptions }))
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
  return analytics
}

it.each([
  ['only Identify User', selectPresets('identifyUser')],
  ['only Track Event', selectPresets('trackEvent')],
  ['all presets', presetSubscriptions()]
])('requests surveys with the values of the last identify if the first instance has %s', async (_, subscriptions) => {
  const analytics = await loadInstances(subscriptions)
  await analytics.identify('ann', { email: 'old@example.com', plan: 'free' })
  await analytics.track('First')
  await analytics.identify('ann', { email: 'new@example.com', plan: 'pro' })
  await analytics.track('Second')

  expect(beacon.calls.map(({ settings }) => [settings.event_name, settings.email, settings.properties?.plan])).toEqual([
    [null, 'old@example.com', 'free'],
    ['First', 'old@example.com', 'free'],
    [null, 'new@example.com', 'pro'],
    ['Second', 'new@example.com', 'pro']
  ])
})

it('shares a visitor without a user ID between instances', async () => {
  const analytics = await loadInstances(selectPresets('identifyUser'))
  await analytics.identify({ email: 'lead@example.com' })
  await analytics.track('Second')
  expect(beacon.last.settings).toMatchObject({ event_name: 'Second', email: 'lead@example.com' })
})

it('sends an event by the second instance if the first has no command for it', async () => {
  const analytics = await loadInstances(
    changePresets({ trackEvent: { eventName: { '@path': '$.properties.survey' } } })
  )
  const context = await analytics.track('Second')
  expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['Second'])
  expect(getWarnings(context).join()).not.toContain('another instance')
})

it('clears every value of a user in all instances when the user changes', async () => {
  const analytics = await loadInstances(selectPresets('identifyUser', 'identifyGroup'))
  await analytics.identify('ann', { email: 'ann@example.com' })
  await analytics.group('initech')
  await analytics.identify('bob', { plan: 'free' })
  await analytics.track('Second')
  expect(beacon.last.settings).toMatchObject({ segment_user_id: 'bob', properties: { plan: 'free' } })
  expect(JSON.stringify(beacon.last.settings)).not.toMatch(/ann|initech/)
})

describe('two instances on one page', () => {
  it('sends each event once if they share one analytics.js, for all mappings of the first instance', async () => {
    const analytics = await registerPlugins({ subscriptions: [...presetSubscriptions(), ...presetSubscriptions()] })
    await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
    const context = await analytics.track('First')
    await analytics.page()
    expect(beacon.commands).toEqual(['run', 'run', 'page', 'page'])
    expect(getWarnings(context)).toEqual(['InMoment: dropped the event because another instance has sent it'])
  })

  it('sends the events of both if they have the same account', async () => {
    const first = await registerPlugins()
    const second = await registerPlugins({ accountToken: ` ${ACCOUNT_TOKEN} ` })
    await first.track('First')
    await second.track('Second')
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['First', 'Second'])
  })
})

it('causes no error in the page’s calls if another script uses the key of the shared state', async () => {
  const recentEvents: unknown = Object.create(Map.prototype)
  defineGlobal(STATE_KEY, { value: { recentEvents }, writable: true })
  const analytics = await registerPlugins()
  await expect(analytics.track('Checkout')).resolves.toBeDefined()
})
