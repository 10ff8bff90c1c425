import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins, presetSubscriptions } from '..'
import { FakeBeacon } from './support/fake-beacon'
import { freshPage, loadPage, registerPlugins, warningsOf } from './support/page'

const ANN = { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', language: 'EN', plan: 'pro' }

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  window.wootricSettings = { modal_theme: 'dark' }
  analytics = await registerPlugins()
})

describe('reset', () => {
  it('takes all that belongs to the person out of the settings and leaves the page’s own keys', async () => {
    await analytics.identify('ann', ANN)
    await analytics.group('initech', { industry: 'software' })
    await analytics.track('Order Completed')
    analytics.reset()
    expect(window.wootricSettings).toEqual({ modal_theme: 'dark', account_token: 'NPS-4aeb53c1' })
  })

  it('stops a survey that is shown or waits', async () => {
    await analytics.identify('ann', ANN)
    analytics.reset()
    expect(beacon.stops).toBe(1)
  })

  it('does its work where the beacon has no way to stop a survey, or fails to', async () => {
    await analytics.identify('ann', ANN)
    delete window.WootricSurvey
    analytics.reset()
    expect(window.wootricSettings).not.toHaveProperty('email')

    await analytics.identify('ann', ANN)
    window.WootricSurvey = {
      run: jest.fn(),
      version: () => 'fake',
      stop: () => {
        throw new Error('no survey')
      }
    }
    analytics.reset()
    expect(window.wootricSettings).not.toHaveProperty('email')
  })

  it('asks for no survey for a person who has left, and says so', async () => {
    await analytics.identify('ann', ANN)
    const late = analytics.track('Signed Out')
    analytics.reset()
    const context = await late
    expect(beacon.commands).toEqual(['run'])
    expect(window.wootricSettings).not.toHaveProperty('email')
    expect(warningsOf(context)).toEqual([expect.stringMatching(/was left out: it was made by a person who has left/)])
  })

  it('leaves nobody’s data to the next one where the site gives all the same anonymous id', async () => {
    analytics.setAnonymousId('device')
    const late = analytics.identify('ann', ANN)
    analytics.reset()
    analytics.setAnonymousId('device')
    await late
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ event_name: 'Order Completed' })
    expect(JSON.stringify(beacon.calls)).not.toContain('ann@example.com')
  })

  it('throws nothing at the page that calls it, whatever the page has done to its settings', async () => {
    await analytics.identify('ann', ANN)
    const settings = Object.freeze({ ...window.wootricSettings })
    Object.defineProperty(window, 'wootricSettings', { value: settings, writable: false, configurable: true })
    expect(() => analytics.reset()).not.toThrow()
    Reflect.deleteProperty(window, 'wootricSettings')
  })

  it('delivers what the next person does at once', async () => {
    await analytics.identify('ann', ANN)
    analytics.reset()
    await Promise.all([analytics.identify('bob', { plan: 'free' }), analytics.track('Order Completed')])
    expect(beacon.calls.slice(1).map(({ settings }) => [settings.segment_user_id, settings.email])).toEqual([
      ['bob', undefined],
      ['bob', undefined]
    ])
  })
})

describe('a change of user', () => {
  it('leaves nothing of the earlier user, and stops their survey', async () => {
    await analytics.identify('ann', ANN)
    await analytics.group('initech')
    await analytics.identify('bob', { plan: 'free' })
    expect(beacon.last.settings).toEqual({
      modal_theme: 'dark',
      account_token: 'NPS-4aeb53c1',
      segment_user_id: 'bob',
      properties: { plan: 'free' },
      event_name: null
    })
    expect(beacon.stops).toBe(1)
  })

  it('keeps what was known of a visitor who becomes known', async () => {
    await analytics.identify({ plan: 'pro', language: 'EN' })
    await analytics.group('initech')
    await analytics.identify('ann', { email: 'ann@example.com' })
    expect(beacon.last.settings).toMatchObject({
      segment_user_id: 'ann',
      email: 'ann@example.com',
      language: 'EN',
      properties: { plan: 'pro' },
      group_info: { id: 'initech' }
    })
    expect(beacon.stops).toBe(0)
  })

  it('is noticed by a mapped user id too', async () => {
    freshPage()
    beacon.install()
    const subscriptions = presetSubscriptions().map((subscription) => ({
      ...subscription,
      mapping: { ...subscription.mapping, userId: { '@path': '$.traits.account' } }
    }))
    analytics = await registerPlugins({ subscriptions })
    await analytics.identify({ account: 'one', email: 'ann@example.com' })
    await analytics.identify({ account: 'two', email: undefined })
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'two' })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('is noticed by an event that is no identify, such as after a login in another tab', async () => {
    await analytics.identify('ann', ANN)
    analytics.user().identify('bob', { email: 'bob@example.com' })
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'bob', email: 'bob@example.com' })
    expect(beacon.last.settings).not.toHaveProperty('created_at')
  })
})

describe('the page’s own values', () => {
  it('are not mixed with a user whom Segment knows by another email', async () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: 'bob-7' }
    await analytics.identify('ann', ANN)
    expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com' })
    expect(beacon.last.settings).not.toHaveProperty('external_id')
  })

  it('do not make somebody else of a user whom Segment knows', async () => {
    window.wootricSettings = { email: 'ann@example.com' }
    await analytics.identify('ann', { plan: 'pro' })
    window.wootricSettings.email = 'bob@example.com'
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'ann', properties: { plan: 'pro' } })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('stay with several sources on the page', async () => {
    window.wootricSettings = { email: 'ann@example.com' }
    const other = await registerPlugins()
    await analytics.identify('ann', { plan: 'pro' })
    await other.track('Order Completed')
    expect(beacon.calls.map(({ settings }) => settings.email)).toEqual(['ann@example.com', 'ann@example.com'])
  })
})

describe('a visitor who logs in in another tab', () => {
  it('is known at the next event of this tab', async () => {
    await analytics.page()
    analytics.user().identify('ann', ANN)
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'ann', email: 'ann@example.com' })
  })
})

it('stops no survey of the one whom another source has already identified', async () => {
  const pages = presetSubscriptions().filter(({ partnerAction }) => partnerAction === 'trackPage')
  await analytics.register(...inmomentPlugins({ accountToken: 'NPS-4aeb53c1', subscriptions: pages }))
  await analytics.identify('ann', ANN)
  await analytics.page()
  await analytics.identify('bob')
  const { stops } = beacon
  await analytics.page()
  expect(beacon.stops).toBe(stops)
})

it('gives the page no uncaught error where one of several mappings is broken and the beacon is missing', async () => {
  delete window.wootric
  jest.spyOn(console, 'error').mockImplementation() // jsdom tells of the script that it could not load
  const uncaught = jest.fn()
  process.on('unhandledRejection', uncaught)
  const [identify] = presetSubscriptions()
  if (!identify) throw new Error('there is no preset')
  analytics = await registerPlugins({
    subscriptions: [identify, { ...identify, mapping: { email: { '@nothing': 'broken mapping' } } }]
  })
  await analytics.identify('ann')
  await new Promise((resolve) => setTimeout(resolve, 20))
  process.off('unhandledRejection', uncaught)
  jest.restoreAllMocks()
  expect(uncaught).not.toHaveBeenCalled()
})

describe('a page load', () => {
  beforeEach(async () => {
    await analytics.identify('ann', ANN)
    loadPage()
    beacon = new FakeBeacon()
    beacon.install()
  })

  it('puts the user whom Segment knows into the settings, and asks for no survey', async () => {
    await registerPlugins()
    expect(window.wootricSettings).toMatchObject({
      segment_user_id: 'ann',
      email: 'ann@example.com',
      created_at: 1533310126,
      language: 'EN',
      properties: { plan: 'pro' }
    })
    expect(beacon.calls).toEqual([])
  })

  it('knows the user at the first event of the page', async () => {
    analytics = await registerPlugins()
    await analytics.track('Order Completed')
    expect(beacon.calls).toEqual([
      {
        command: 'run',
        settings: expect.objectContaining({ email: 'ann@example.com', event_name: 'Order Completed' }) as unknown
      }
    ])
  })

  it('maps the user by the site’s own mappings that are switched on and whose trigger fits', async () => {
    const [identify] = presetSubscriptions()
    if (!identify) throw new Error('there is no preset')
    const mapped = (externalId: string) => ({ ...identify.mapping, externalId })
    await registerPlugins({
      subscriptions: [
        { ...identify, mapping: { externalId: { '@path': '$.traits.plan' } } },
        { ...identify, subscribe: 'type = "identify" and traits.plan = "free"', mapping: mapped('other trigger') },
        { ...identify, subscribe: 'type = ', mapping: mapped('broken trigger') },
        { ...identify, mapping: { externalId: { '@nothing': 'broken mapping' } } },
        { ...identify, enabled: false, mapping: mapped('switched off') }
      ]
    })
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-4aeb53c1', external_id: 'pro' })
  })

  it.each([
    [
      'no such mapping',
      { subscriptions: presetSubscriptions().filter(({ partnerAction }) => partnerAction !== 'identifyUser') }
    ],
    ['the setting switched off', { restoreUser: false }]
  ])('restores nothing with %s', async (_, settings) => {
    await registerPlugins(settings)
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-4aeb53c1' })
  })

  it('restores nothing of a visitor whom Segment does not know', async () => {
    freshPage()
    beacon.install()
    await registerPlugins()
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-4aeb53c1' })
  })

  it('mixes nothing of the known user with the one who is identified first', async () => {
    analytics = await registerPlugins()
    await analytics.identify('bob', { plan: 'free' })
    expect(beacon.last.settings).toEqual({
      account_token: 'NPS-4aeb53c1',
      segment_user_id: 'bob',
      properties: { plan: 'free' },
      event_name: null
    })
  })
})

describe('test mode', () => {
  it('sets the two flags for testing', async () => {
    await registerPlugins({ testMode: true })
    expect(window).toMatchObject({ wootric_survey_immediately: true, wootric_no_surveyed_cookie: true })
  })

  it('leaves the page’s own flags as they are when it is off', async () => {
    window.wootric_survey_immediately = true
    await registerPlugins({ testMode: false })
    expect(window.wootric_survey_immediately).toBe(true)
    expect(window).not.toHaveProperty('wootric_no_surveyed_cookie')
  })
})
