import type { Analytics } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getErrors, getWarnings, openPage, registerPlugins } from '../../test/support/page'
import { changePresets } from '../../test/support/subscriptions'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  beacon = openPage()
  analytics = await registerPlugins()
})

describe('track', () => {
  it('requests a survey for the event, with the identified user', async () => {
    await analytics.identify('ann', { email: 'ann@example.com', language: 'EN', plan: 'pro' })
    await analytics.track('  Order Completed ', { language: 'DE', plan: 'free', total: 12.5 })

    expect(beacon.last).toEqual({
      command: 'run',
      settings: {
        ...BASE_SETTINGS,
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
    expect(getWarnings(context)).toEqual([
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
    expect(getErrors(context)).toEqual([expect.stringMatching(/call stack/)])
    await analytics.track('Product Added')
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['Product Added'])
  })

  it('requests no survey without an event name, with a warning', async () => {
    beacon = openPage()
    analytics = await registerPlugins({ subscriptions: changePresets({ trackEvent: { eventName: undefined } }) })
    const context = await analytics.track('Order Completed')
    expect(beacon.calls).toEqual([])
    expect(getWarnings(context)).toEqual(['InMoment: eventName is missing: no survey was requested'])
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
    expect(getWarnings(context)).toEqual(['InMoment: name was dropped because it is not a string'])
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

it('logs an error with its code and its stack as JSON, which Segment’s metrics receive', async () => {
  window.wootric = () => {
    throw new Error('survey of ann@example.com')
  }
  const context = await analytics.identify('ann')
  const { extras } = context.logs().find(({ level }) => level === 'error') ?? {}
  expect(JSON.parse(JSON.stringify(extras))).toMatchObject({
    error: {
      name: 'InMomentError',
      code: 'beacon_threw',
      message: 'InMoment: the beacon threw an error on run',
      stack: expect.stringMatching(/\n\s+at .+:\d+:\d+/) as unknown
    }
  })
  expect(JSON.stringify(context.logs())).not.toContain('ann@example.com')
})

it('never sends the client ID, which only mobile apps need', async () => {
  beacon = openPage()
  analytics = await registerPlugins({ clientId: 'client-id' })
  await analytics.identify('ann')
  expect(JSON.stringify(window.wootricSettings)).not.toContain('client-id')
})
