import type { Analytics } from '@segment/analytics-next'
import { presetSubscriptions } from '..'
import { FakeBeacon } from './support/fake-beacon'
import { errorsOf, freshPage, registerPlugins, warningsOf } from './support/page'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  analytics = await registerPlugins()
})

describe('identify', () => {
  it('tells the beacon who the user is and asks for a survey without an event name', async () => {
    await analytics.identify('ann', {
      email: 'ann@example.com',
      createdAt: '2018-08-03T15:28:46.493Z',
      language: 'EN',
      plan: 'enterprise',
      address: { city: 'San Francisco' },
      trialEnds: '2018-09-20'
    })

    expect(beacon.calls).toEqual([
      {
        command: 'run',
        settings: {
          account_token: 'NPS-4aeb53c1',
          segment_user_id: 'ann',
          email: 'ann@example.com',
          created_at: 1533310126,
          language: 'EN',
          properties: { language: 'EN', plan: 'enterprise', address_city: 'San Francisco', trialEnds_date: 1537401600 },
          event_name: null
        }
      }
    ])
  })

  it('gives the anonymous id where there is no user id', async () => {
    await analytics.identify({ plan: 'free' })
    expect(beacon.last.settings.segment_user_id).toBe(analytics.user().anonymousId())
  })

  it('takes a user id that is an email address for the email where no other is given', async () => {
    await analytics.identify('ann@example.com', { plan: 'free' })
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('takes such a user id where the email is blank, and blanks around either do not count', async () => {
    await analytics.identify(' ann@example.com ', { email: '  ' })
    expect(beacon.last.settings.email).toBe('ann@example.com')
    await analytics.identify(' ann@example.com ', { email: ' ann@work.example ' })
    expect(beacon.last.settings.email).toBe('ann@work.example')
  })

  it('does not take a user id that is no email address for the email', async () => {
    await analytics.identify('ann', { plan: 'free' })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it.each([
    ['createdAt', { createdAt: 1533310126 }],
    ['created_at', { created_at: 1533310126 }],
    ['created', { created: 1533310126 }],
    ['createdAt before the others', { created: 1, created_at: 2, createdAt: 1533310126 }]
  ])('reads when the user signed up from %s', async (_, traits) => {
    await analytics.identify('ann', traits as object)
    expect(beacon.last.settings.created_at).toBe(1533310126)
  })

  it('leaves created_at unset for a value that is no date, names it and sends the rest', async () => {
    await analytics.identify('ann', { createdAt: '2018-08-03', plan: 'free' })
    const context = await analytics.identify('ann', { createdAt: 'yesterday', plan: 'pro' })
    expect(beacon.last.settings).not.toHaveProperty('created_at')
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
    expect(warningsOf(context)).toEqual(['InMoment: createdAt was left out: it is not a date'])
  })

  it('leaves an email that is no text out, names it and sends the rest', async () => {
    const context = await analytics.identify('ann', { email: ['ann@example.com'], plan: 'pro' } as object)
    expect(beacon.last.settings).not.toHaveProperty('email')
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
    expect(warningsOf(context)).toEqual(['InMoment: email was left out: it is not a text'])
  })

  it('keeps nothing of another user, a missing email included', async () => {
    await analytics.identify('ann', { email: 'ann@example.com', createdAt: '2018-08-03', language: 'EN' })
    await analytics.group('initech', { industry: 'software' })
    await analytics.identify('bob', { plan: 'free' })
    expect(beacon.last.settings).toEqual({
      account_token: 'NPS-4aeb53c1',
      segment_user_id: 'bob',
      properties: { plan: 'free' },
      event_name: null
    })
  })
})

describe('track', () => {
  it('asks for a survey on the event, with the user as identified', async () => {
    await analytics.identify('ann', { email: 'ann@example.com', language: 'EN', plan: 'pro' })
    await analytics.track('  Order Completed ', { language: 'DE', plan: 'free', total: 12.5 })

    expect(beacon.last).toEqual({
      command: 'run',
      settings: {
        account_token: 'NPS-4aeb53c1',
        segment_user_id: 'ann',
        email: 'ann@example.com',
        language: 'DE',
        properties: { language: 'DE', plan: 'free', total: 12.5 },
        event_name: '  Order Completed '
      }
    })
  })

  it('lays an event over the user for its own run alone', async () => {
    await analytics.identify('ann', { language: 'EN', plan: 'pro' })
    await analytics.track('First', { language: 'DE', total: 12.5, email: 'bob@example.com' })
    await analytics.track('Second')
    expect(beacon.last.settings).toMatchObject({ language: 'EN', event_name: 'Second' })
    expect(beacon.last.settings.properties).toEqual({ language: 'EN', plan: 'pro' })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('never makes the address in an event the email of a user who has one', async () => {
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Invite Sent', { email: 'bob@example.com' })
    await analytics.track('Invite Sent', {}, { context: { traits: { email: 'bob@example.com' } } })
    expect(beacon.calls.map(({ settings }) => settings.email)).toEqual(Array(3).fill('ann@example.com'))
  })

  it('takes the email of the event’s context before that of its properties where the user has none', async () => {
    const context = { traits: { email: 'ann@example.com' } }
    await analytics.track('Order Completed', { email: 'bob@example.com' }, { context })
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('names what cannot be sent without its value, and sends the rest', async () => {
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
      'InMoment: properties.age was left out: it is not a finite number',
      'InMoment: properties.greet was left out: it is a function',
      'InMoment: properties.tag was left out: it is a symbol',
      'InMoment: properties.a.b was left out: the name a_b is taken'
    ])
  })

  it('loses an event that contains itself, which the runtime cannot map, and delivers the next one', async () => {
    const cycle: Record<string, unknown> = { name: 'Initech' }
    cycle.parent = cycle
    const context = await analytics.track('Order Completed', { company: cycle })
    expect(errorsOf(context)).toEqual([expect.stringMatching(/call stack/)])
    await analytics.track('Product Added')
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['Product Added'])
  })

  it('asks for nothing without an event name, and says so', async () => {
    freshPage()
    beacon.install()
    const withoutName = presetSubscriptions().map((subscription) => {
      const { eventName: _, ...mapping } = subscription.mapping
      return { ...subscription, mapping }
    })
    analytics = await registerPlugins({ subscriptions: withoutName })
    const context = await analytics.track('Order Completed')
    expect(beacon.calls).toEqual([])
    expect(warningsOf(context)).toEqual(['InMoment: eventName is missing, and without it no survey is asked for'])
  })
})

describe('page', () => {
  it('tells the beacon of the page, its name in page_info.name, and asks for no survey', async () => {
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

  it('leaves a name that is no text out of page_info altogether', async () => {
    const context = await analytics.page({ name: ['Install'], tags: ['sdk'] })
    expect(beacon.last.settings.page_info).not.toHaveProperty('name')
    expect(beacon.last.settings.page_info).toMatchObject({ tags: ['sdk'] })
    expect(warningsOf(context)).toEqual(['InMoment: name was left out: it is not a text'])
  })

  it('leaves the user and the event name as they are', async () => {
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
  it('tells the beacon of the group and asks for no survey', async () => {
    await analytics.group('initech', { name: 'Initech', 'total billed': 830, id: 'other' })
    expect(beacon.commands).toEqual(['group'])
    expect(beacon.last.settings.group_info).toEqual({ name: 'Initech', 'total billed': 830, id: 'initech' })
  })

  it('leaves the user and the event name as they are', async () => {
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Order Completed', { total: 12.5 })
    const { settings } = beacon.last
    await analytics.group('initech', { name: 'Initech' })
    expect(beacon.last.settings).toEqual({ ...settings, group_info: { name: 'Initech', id: 'initech' } })
  })
})

it('asks the beacon for nothing on alias and screen', async () => {
  await analytics.alias('ann', 'bob')
  await analytics.screen('Home')
  expect(beacon.calls).toEqual([])
})

it('warns once of an account token that does not look like one, and uses it all the same', async () => {
  freshPage()
  beacon.install()
  analytics = await registerPlugins({ accountToken: 'my-token' })
  const first = await analytics.identify('ann')
  const second = await analytics.identify('ann')
  expect(beacon.last.settings.account_token).toBe('my-token')
  expect(warningsOf(first)).toEqual([expect.stringMatching(/^InMoment: accountToken does not look like/)])
  expect(warningsOf(second)).toEqual([])
})

it('records in the event that the beacon has thrown, not what, and nothing reaches the page', async () => {
  window.wootric = () => {
    throw new Error('broken beacon')
  }
  const context = await analytics.identify('ann')
  expect(errorsOf(context)).toEqual(["InMoment's beacon has thrown an error on run"])
})

it('writes nothing to the console', async () => {
  const methods = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => jest.spyOn(console, name))
  await analytics.identify('ann', { createdAt: 'yesterday' })
  await analytics.track('Order Completed')
  await analytics.page()
  await analytics.group('initech')
  for (const method of methods) expect(method).not.toHaveBeenCalled()
})
