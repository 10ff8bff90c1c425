import { VERSION } from '../destinations/inmoment/version'
import type { Analytics } from '@segment/analytics-next'
import { presetSubscriptions, type Settings } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, loadPage, registerPlugins, REMEMBERED } from '../../test/support/page'

const ANN = { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', language: 'EN', plan: 'pro' }
const RESTORED = {
  segment_user_id: 'ann',
  email: 'ann@example.com',
  created_at: 1533310126,
  language: 'EN',
  properties: { language: 'EN', plan: 'pro' }
}
const NOBODY = { account_token: 'NPS-4aeb53c1', version: VERSION }

let beacon: FakeBeacon
let analytics: Analytics

async function open(settings: Partial<Settings> = {}, disableClientPersistence = false): Promise<void> {
  loadPage()
  beacon = new FakeBeacon()
  beacon.install()
  analytics = await registerPlugins(settings, { options: { disableClientPersistence } })
}

beforeEach(async () => {
  freshPage()
  await open()
  await analytics.identify('ann', ANN)
})

describe('the next page', () => {
  it('has the user of the last delivered identify before any event, and requests no survey', async () => {
    await open()
    expect(window.wootricSettings).toEqual({ ...NOBODY, ...RESTORED })
    expect(beacon.calls).toEqual([])
  })

  it('requests a survey for that user at its first event', async () => {
    await open()
    await analytics.track('Order Completed')
    expect(beacon.commands).toEqual(['run'])
    expect(beacon.last.settings).toMatchObject({ ...RESTORED, event_name: 'Order Completed' })
  })

  it('restores the values as the mappings of the page before converted them, and runs no mapping', async () => {
    loadPage()
    beacon.install()
    const subscriptions = presetSubscriptions().filter(({ partnerAction }) => partnerAction !== 'identifyUser')
    await registerPlugins({ subscriptions })
    expect(window.wootricSettings).toEqual({ ...NOBODY, ...RESTORED })
  })

  it('has the group with the user, but neither the page nor the event name', async () => {
    await analytics.group('initech', { industry: 'software' })
    await analytics.page('Inbox of Ann')
    await analytics.track('Order Completed')
    await open()
    expect(window.wootricSettings).toEqual({
      ...NOBODY,
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

  it('has no value of a user whom only analytics.js knows', async () => {
    localStorage.removeItem(REMEMBERED)
    await open()
    expect(analytics.user().traits()).toMatchObject({ email: 'ann@example.com' })
    expect(window.wootricSettings).toEqual(NOBODY)
    await analytics.track('Order Completed')
    expect(JSON.stringify(beacon.calls)).not.toMatch(/ann@example|pro"/)
  })

  it('never mixes restored values with those of another user who is identified first', async () => {
    await open()
    await analytics.identify('bob', { plan: 'free' })
    expect(beacon.last.settings).toEqual({
      ...NOBODY,
      segment_user_id: 'bob',
      properties: { plan: 'free' },
      event_name: null
    })
  })

  it('restores a visitor, and nothing if the anonymous ID is another', async () => {
    analytics.reset()
    await analytics.identify({ plan: 'free' })
    await open()
    expect(window.wootricSettings).toMatchObject({ properties: { plan: 'free' } })
    loadPage()
    document.cookie = 'ajs_anonymous_id=other; path=/'
    localStorage.setItem('ajs_anonymous_id', '"other"')
    await open()
    expect(window.wootricSettings).toEqual(NOBODY)
  })
})

describe('another tab', () => {
  it('that identified a user provides the values for the next event in this tab', async () => {
    const record = localStorage.getItem(REMEMBERED) ?? ''
    analytics.reset()
    await analytics.page()
    localStorage.setItem(REMEMBERED, record)
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
  it('is removed on reset', () => {
    analytics.reset()
    expect(localStorage.getItem(REMEMBERED)).toBeNull()
  })

  it('has only the values of the next user after a change of user', async () => {
    await analytics.identify('bob', { plan: 'free' })
    expect(localStorage.getItem(REMEMBERED)).not.toMatch(/ann|"pro"/)
  })

  it('is removed on a change of user without identify', async () => {
    analytics.user().identify('bob', {})
    await analytics.track('Order Completed')
    expect(localStorage.getItem(REMEMBERED)).toBeNull()
  })

  it.each([
    ['restoreUser off', { restoreUser: false }, false],
    ['disableClientPersistence', {}, true]
  ])('is removed, and not written again, with %s', async (_, settings, disableClientPersistence) => {
    await open(settings, disableClientPersistence)
    expect(window.wootricSettings).toEqual(NOBODY)
    await analytics.identify('ann', ANN)
    await analytics.group('initech')
    expect(localStorage.getItem(REMEMBERED)).toBeNull()
  })
})
