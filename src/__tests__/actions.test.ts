import { VERSION } from '../destinations/inmoment/version'
import type { Analytics } from '@segment/analytics-next'
import { presetSubscriptions } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { errorsOf, freshPage, registerPlugins, warningsOf } from '../../test/support/page'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  analytics = await registerPlugins()
})

describe('track', () => {
  it('requests a survey for the event, with the identified user', async () => {
    await analytics.identify('ann', { email: 'ann@example.com', language: 'EN', plan: 'pro' })
    await analytics.track('  Order Completed ', { language: 'DE', plan: 'free', total: 12.5 })

    expect(beacon.last).toEqual({
      command: 'run',
      settings: {
        account_token: 'NPS-4aeb53c1',
        version: VERSION,
        segment_user_id: 'ann',
        email: 'ann@example.com',
        language: 'DE',
        properties: { language: 'DE', plan: 'free', total: 12.5 },
        event_name: '  Order Completed '
      }
    })
  })

  it("merges an event's values over the user's for its own request only", async () => {
    await analytics.identify('ann', { language: 'EN', plan: 'pro' })
    await analytics.track('First', { language: 'DE', total: 12.5, email: 'bob@example.com' })
    await analytics.track('Second')
    expect(beacon.last.settings).toMatchObject({ language: 'EN', event_name: 'Second' })
    expect(beacon.last.settings.properties).toEqual({ language: 'EN', plan: 'pro' })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('never replaces the email of a user with the email of an event', async () => {
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Invite Sent', { email: 'bob@example.com' })
    await analytics.track('Invite Sent', {}, { context: { traits: { email: 'bob@example.com' } } })
    expect(beacon.calls.map(({ settings }) => settings.email)).toEqual(Array(3).fill('ann@example.com'))
  })

  it('prefers the email in the event’s context to that in its properties if the user has none', async () => {
    const context = { traits: { email: 'ann@example.com' } }
    await analytics.track('Order Completed', { email: 'bob@example.com' }, { context })
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('drops unusable values with warnings that do not contain them, and sends the rest', async () => {
    const context = await analytics.track('Order Completed', {
      plan: 'pro',
      age: NaN,
      greet: () => 'secret',
      tag: Symbol('secret'),
      'a.b': 'secret',
      a_b: 2
    })

    expect(beacon.last.settings.properties).toEqual({ plan: 'pro', a_b: 2 })
    expect(warningsOf(context)).toEqual([
      'InMoment: properties.age was dropped because it is not a finite number',
      'InMoment: properties.greet was dropped because it is a function',
      'InMoment: properties.tag was dropped because it is a symbol',
      'InMoment: properties.a.b was dropped because the name a_b is taken'
    ])
  })

  it('fails an event that contains itself, which the runtime cannot map, and delivers the next one', async () => {
    const cycle: Record<string, unknown> = { name: 'Initech' }
    cycle.parent = cycle
    const context = await analytics.track('Order Completed', { company: cycle })
    expect(errorsOf(context)).toEqual([expect.stringMatching(/call stack/)])
    await analytics.track('Product Added')
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['Product Added'])
  })

  it('requests no survey without an event name, with a warning', async () => {
    freshPage()
    beacon.install()
    const withoutName = presetSubscriptions().map((subscription) => {
      const { eventName: _, ...mapping } = subscription.mapping
      return { ...subscription, mapping }
    })
    analytics = await registerPlugins({ subscriptions: withoutName })
    const context = await analytics.track('Order Completed')
    expect(beacon.calls).toEqual([])
    expect(warningsOf(context)).toEqual(['InMoment: eventName is missing: no survey was requested'])
  })
})

describe('page', () => {
  it('sets page_info with the name of the page, and requests no survey', async () => {
    await analytics.page('Docs', 'Install', { url: 'https://example.com/install', tags: ['sdk', { level: 1 }] })
    expect(beacon.commands).toEqual(['page'])
    expect(beacon.last.settings.page_info).toMatchObject({
      name: 'Install',
      category: 'Docs',
      path: window.location.pathname,
      url: 'https://example.com/install',
      title: document.title,
      referrer: document.referrer,
      tags: ['sdk', { level: 1 }]
    })
  })

  it('drops a name that is not a string from page_info, with a warning', async () => {
    const context = await analytics.page({ name: ['Install'], tags: ['sdk'] })
    expect(beacon.last.settings.page_info).not.toHaveProperty('name')
    expect(beacon.last.settings.page_info).toMatchObject({ tags: ['sdk'] })
    expect(warningsOf(context)).toEqual(['InMoment: name was dropped because it is not a string'])
  })

  it('does not change the user or the event name', async () => {
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Order Completed', { total: 12.5 })
    const { settings } = beacon.last
    await analytics.page('Install')
    const { page_info, ...rest } = beacon.last.settings
    expect(rest).toEqual(settings)
    expect(page_info).toBeDefined()
  })
})

describe('group', () => {
  it('sets group_info, and requests no survey', async () => {
    await analytics.group('initech', { name: 'Initech', 'total billed': 830, id: 'other' })
    expect(beacon.commands).toEqual(['group'])
    expect(beacon.last.settings.group_info).toEqual({ name: 'Initech', 'total billed': 830, id: 'initech' })
  })

  it('does not change the user or the event name', async () => {
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Order Completed', { total: 12.5 })
    const { settings } = beacon.last
    await analytics.group('initech', { name: 'Initech' })
    expect(beacon.last.settings).toEqual({ ...settings, group_info: { name: 'Initech', id: 'initech' } })
  })
})

it('sends no command on alias and screen', async () => {
  await analytics.alias('ann', 'bob')
  await analytics.screen('Home')
  expect(beacon.calls).toEqual([])
})

it('warns once about an account token that does not look like one, and uses it', async () => {
  freshPage()
  beacon.install()
  analytics = await registerPlugins({ accountToken: 'my-token' })
  const first = await analytics.identify('ann')
  const second = await analytics.identify('ann')
  expect(beacon.last.settings.account_token).toBe('my-token')
  expect(warningsOf(first)).toEqual([expect.stringMatching(/^InMoment: accountToken does not look like/)])
  expect(warningsOf(second)).toEqual([])
})

it("fails the event if the beacon throws, without the message of the beacon's error", async () => {
  window.wootric = () => {
    throw new Error('broken beacon')
  }
  const context = await analytics.identify('ann')
  expect(errorsOf(context)).toEqual(['InMoment: the beacon threw an error on run'])
})

it('writes nothing to the console', async () => {
  const methods = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => jest.spyOn(console, name))
  await analytics.identify('ann', { createdAt: 'yesterday' })
  await analytics.track('Order Completed')
  await analytics.page()
  await analytics.group('initech')
  for (const method of methods) expect(method).not.toHaveBeenCalled()
})
