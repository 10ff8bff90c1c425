import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins, presetSubscriptions, type Subscription } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { ACCOUNT_TOKEN, errorsOf, freshPage, loadAnalytics, registerPlugins, warningsOf } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

function presetsOf(...actions: string[]): Subscription[] {
  return presetSubscriptions().filter(({ partnerAction }) => actions.includes(partnerAction))
}

/** A site with two instances of the destination at one analytics.js: the first with these mappings, the second with all. */
async function loadInstances(subscriptions: Subscription[]): Promise<Analytics> {
  const analytics = await loadAnalytics()
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, subscriptions }))
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
  return analytics
}

it.each([
  ['only Identify User', presetsOf('identifyUser')],
  ['only Track Event', presetsOf('trackEvent')],
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
  const analytics = await loadInstances(presetsOf('identifyUser'))
  await analytics.identify({ email: 'lead@example.com' })
  await analytics.track('Second')
  expect(beacon.last.settings).toMatchObject({ event_name: 'Second', email: 'lead@example.com' })
})

it('sends an event by the second instance if the first has no command for it', async () => {
  const [track] = presetsOf('trackEvent')
  if (!track) throw new Error('there is no preset of Track Event')
  const nameless = { ...track, mapping: { ...track.mapping, eventName: { '@path': '$.properties.survey' } } }
  const analytics = await loadInstances([nameless])
  const context = await analytics.track('Second')
  expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['Second'])
  expect(warningsOf(context).join()).not.toContain('another instance')
})

it('clears every value of a user in all instances when the user changes', async () => {
  const analytics = await loadInstances(presetsOf('identifyUser', 'identifyGroup'))
  await analytics.identify('ann', { email: 'ann@example.com' })
  await analytics.group('initech')
  await analytics.identify('bob', { plan: 'free' })
  await analytics.track('Second')
  expect(beacon.last.settings).toMatchObject({ segment_user_id: 'bob', properties: { plan: 'free' } })
  expect(JSON.stringify(beacon.last.settings)).not.toMatch(/ann|initech/)
})

describe('two instances on one page', () => {
  it('fails events of the second account, and changes nothing for the first', async () => {
    const first = await registerPlugins()
    await first.identify('ann', { email: 'ann@example.com' })
    const second = await registerPlugins({ accountToken: 'NPS-deadbeef', testMode: true })
    const before = JSON.stringify(window.wootricSettings)
    const context = await second.identify('bob', { email: 'bob@example.com' })
    second.reset()

    expect(errorsOf(context)).toEqual([expect.stringContaining('different account token')])
    expect(warningsOf(context)).toEqual([])
    expect(beacon.commands).toEqual(['run'])
    expect(JSON.stringify(window.wootricSettings)).toBe(before)
    expect(window.wootric_survey_immediately).toBeUndefined()
    expect(JSON.stringify(context.logs())).not.toContain('NPS-')
  })

  it('sends each event once if they share one analytics.js, for all mappings of the first instance', async () => {
    const analytics = await registerPlugins({ subscriptions: [...presetSubscriptions(), ...presetSubscriptions()] })
    await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
    const context = await analytics.track('First')
    await analytics.page()
    expect(beacon.commands).toEqual(['run', 'run', 'page', 'page'])
    expect(warningsOf(context)).toEqual(['InMoment: dropped the event because another instance has sent it'])
  })

  it('sends each event once, even if there are more events than it records', async () => {
    const analytics = await registerPlugins()
    await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
    for (let count = 0; count < 1_100; count += 1) await analytics.page()
    expect(beacon.calls).toHaveLength(1_100)
  })

  it('sends the events of both if they have the same account', async () => {
    const first = await registerPlugins()
    const second = await registerPlugins({ accountToken: ` ${ACCOUNT_TOKEN} ` })
    await first.track('First')
    await second.track('Second')
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['First', 'Second'])
  })
})
