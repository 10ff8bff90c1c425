import type { Analytics } from '@segment/analytics-next'
import { presetSubscriptions, type Settings } from '..'
import { RECORD_KEY } from '../destinations/inmoment/remembered-user'
import { BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openNextPage, registerPlugins } from '../../test/support/page'
import { reloadPage, resetPage } from '../destinations/inmoment/test-support/reset-page'

const ANN = { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', language: 'EN', plan: 'pro' }
const RESTORED = {
  segment_user_id: 'ann',
  email: 'ann@example.com',
  created_at: 1533310126,
  language: 'EN',
  properties: { language: 'EN', plan: 'pro' }
}

let beacon: FakeBeacon
let analytics: Analytics

async function open(settings: Partial<Settings> = {}, disableClientPersistence = false): Promise<void> {
  beacon = openNextPage()
  analytics = await registerPlugins(settings, { options: { disableClientPersistence } })
}

beforeEach(async () => {
  resetPage()
  await open()
  await analytics.identify('ann', ANN)
})

describe('the next page', () => {
  it('has the user of the last delivered identify before any event, and requests no survey', async () => {
    await open()
    expect(window.wootricSettings).toEqual({ ...BASE_SETTINGS, ...RESTORED })
    expect(beacon.calls).toEqual([])
  })

  it('restores the stored values even if Identify User is not mapped there', async () => {
    reloadPage()
    beacon.install()
    const subscriptions = presetSubscriptions().filter(({ partnerAction }) => partnerAction !== 'identifyUser')
    await registerPlugins({ subscriptions })
    expect(window.wootricSettings).toEqual({ ...BASE_SETTINGS, ...RESTORED })
  })

  it('has the group with the user, but neither the page nor the event name', async () => {
    await analytics.group('initech', { industry: 'software' })
    await analytics.page('Inbox of Ann')
    await analytics.track('Order Completed')
    await open()
    expect(window.wootricSettings).toEqual({
      ...BASE_SETTINGS,
      ...RESTORED,
      group_info: { id: 'initech', industry: 'software' }
    })
  })

  it('has the values of several identify events', async () => {
    await analytics.identify('ann', { language: null, seats: 5 })
    await open()
    expect(window.wootricSettings).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro', seats: 5 } })
    expect(window.wootricSettings).not.toHaveProperty('language')
  })

  it('has no value that only analytics.js has stored', async () => {
    localStorage.removeItem(RECORD_KEY)
    await open()
    expect(analytics.user().traits()).toMatchObject({ email: 'ann@example.com' })
    expect(window.wootricSettings).toEqual(BASE_SETTINGS)
    await analytics.track('Order Completed')
    expect(JSON.stringify(beacon.calls)).not.toMatch(/ann@example|pro"/)
  })

  it('restores a visitor, and nothing if the anonymous ID is another', async () => {
    analytics.reset()
    await analytics.identify({ plan: 'free' })
    await open()
    expect(window.wootricSettings).toMatchObject({ properties: { plan: 'free' } })
    reloadPage()
    document.cookie = 'ajs_anonymous_id=other; path=/'
    localStorage.setItem('ajs_anonymous_id', '"other"')
    await open()
    expect(window.wootricSettings).toEqual(BASE_SETTINGS)
  })
})

describe('another tab', () => {
  it('that identified a user provides the values for the next event in this tab', async () => {
    const record = localStorage.getItem(RECORD_KEY) ?? ''
    analytics.reset()
    await analytics.page()
    localStorage.setItem(RECORD_KEY, record)
    analytics.user().identify('ann', ANN)
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ ...RESTORED, event_name: 'Order Completed' })
  })

  it('whose identify was withheld provides no values', async () => {
    analytics.reset()
    await analytics.page()
    analytics.user().identify('ann', ANN)
    await analytics.track('Order Completed')
    expect(JSON.stringify(beacon.last.settings)).not.toMatch(/ann|pro"/)
  })
})

describe('the record in localStorage', () => {
  it.each([
    ['restoreUser off', { restoreUser: false }, false],
    ['disableClientPersistence', {}, true]
  ])('is removed, and not written again, with %s', async (_, settings, disableClientPersistence) => {
    await open(settings, disableClientPersistence)
    expect(window.wootricSettings).toEqual(BASE_SETTINGS)
    await analytics.identify('ann', ANN)
    await analytics.group('initech')
    expect(localStorage.getItem(RECORD_KEY)).toBeNull()
  })
})
