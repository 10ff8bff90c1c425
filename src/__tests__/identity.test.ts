import { VERSION } from '../destinations/inmoment/version'
import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins, presetSubscriptions } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

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

describe('a change of user', () => {
  it('clears every value of the former user, and stops their survey', async () => {
    await analytics.identify('ann', ANN)
    await analytics.group('initech')
    await analytics.identify('bob', { plan: 'free' })
    expect(beacon.last.settings).toEqual({
      modal_theme: 'dark',
      account_token: 'NPS-4aeb53c1',
      version: VERSION,
      segment_user_id: 'bob',
      properties: { plan: 'free' },
      event_name: null
    })
    expect(beacon.stops).toBe(1)
  })

  it('keeps the values of a visitor who becomes a user', async () => {
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

  it('is recognized by a mapped user ID too', async () => {
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

  it('is recognized by an event other than identify, such as after a withheld identify', async () => {
    await analytics.identify('ann', ANN)
    analytics.user().identify('bob', { email: 'bob@example.com' })
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toEqual({
      modal_theme: 'dark',
      account_token: 'NPS-4aeb53c1',
      version: VERSION,
      properties: {},
      event_name: 'Order Completed'
    })
  })
})

describe('page_info', () => {
  beforeEach(async () => {
    await analytics.identify('ann', ANN)
    await analytics.page('Inbox of Ann', { account: 'ann-7' })
    expect(beacon.last.settings.page_info).toMatchObject({ name: 'Inbox of Ann', account: 'ann-7' })
  })

  it('stays for the survey requests of its user', async () => {
    await analytics.track('Order Completed')
    expect(beacon.last.settings.page_info).toMatchObject({ name: 'Inbox of Ann', account: 'ann-7' })
  })

  it('is cleared on reset', async () => {
    analytics.reset()
    await analytics.identify('bob')
    expect(beacon.last.settings).not.toHaveProperty('page_info')
  })

  it('is cleared on a change of user without reset', async () => {
    await analytics.identify('bob')
    expect(beacon.last.settings).not.toHaveProperty('page_info')
  })

  it('of the next page of a user replaces the former one', async () => {
    await analytics.page('Home')
    expect(beacon.last.settings.page_info).not.toHaveProperty('account')
  })
})

it('does not stop the survey of a user whom another source has already identified', async () => {
  const pages = presetSubscriptions().filter(({ partnerAction }) => partnerAction === 'trackPage')
  await analytics.register(...inmomentPlugins({ accountToken: 'NPS-4aeb53c1', subscriptions: pages }))
  await analytics.identify('ann', ANN)
  await analytics.page()
  await analytics.identify('bob')
  const { stops } = beacon
  await analytics.page()
  expect(beacon.stops).toBe(stops)
})

it('causes no uncaught error if one of several mappings is broken and the beacon is missing', async () => {
  delete window.wootric
  jest.spyOn(console, 'error').mockImplementation() // jsdom reports the script that failed
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
