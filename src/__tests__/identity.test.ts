import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins } from '..'
import { ACCOUNT_TOKEN, BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getErrors, openPage, registerPlugins } from '../../test/support/page'
import { defineGlobal } from '../destinations/inmoment/test-support/reset-page'
import { changePresets, selectPresets } from '../../test/support/subscriptions'

const ANN = { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', language: 'EN', plan: 'pro' }

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  beacon = openPage()
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
      ...BASE_SETTINGS,
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
    beacon = openPage()
    const subscriptions = changePresets({ identifyUser: { userId: { '@path': '$.traits.account' } } })
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
      ...BASE_SETTINGS,
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

it('does not stop the survey of a user whom another instance has already identified', async () => {
  await analytics.register(
    ...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, subscriptions: selectPresets('trackPage') })
  )
  await analytics.identify('ann', ANN)
  await analytics.page()
  await analytics.identify('bob')
  const { stops } = beacon
  await analytics.page()
  expect(beacon.stops).toBe(stops)
})

it('stops the survey if the page locks its settings, and never sends the former user’s values later', async () => {
  await analytics.identify('ann', { email: 'ann@example.com' })
  await analytics.group('initech', { industry: 'software' })
  defineGlobal('wootricSettings', { value: Object.freeze({ ...window.wootricSettings }), writable: false })
  analytics.reset()
  expect(beacon.stops).toBeGreaterThan(0)
  expect(getErrors(await analytics.identify('bob', { email: 'bob@example.com' }))).toHaveLength(1)

  defineGlobal('wootricSettings', { value: { ...window.wootricSettings }, writable: true })
  await analytics.track('Order Completed')
  expect(beacon.last.settings).toMatchObject({ email: 'bob@example.com', segment_user_id: 'bob' })
  expect(JSON.stringify(beacon.last.settings)).not.toMatch(/ann|initech/)
})

describe('a damaged Object.prototype', () => {
  // With these descriptors, other keys would break analytics.js itself.
  const keys = ['segment_user_id', 'created_at']

  afterEach(() => {
    for (const key of keys) Reflect.deleteProperty(Object.prototype, key)
  })

  it.each([
    ['ignores values', { get: () => undefined, set: () => undefined }],
    ['has a read-only value', { value: 'other', writable: false }]
  ])('never mixes users if it %s', async (_, descriptor) => {
    window.wootricSettings = { segment_user_id: 'other', created_at: 1 }
    for (const key of keys) Object.defineProperty(Object.prototype, key, { ...descriptor, configurable: true })
    await analytics.identify('ann', { createdAt: '2014-05-07' })
    await analytics.track('Signed Up')
    analytics.reset()
    await analytics.identify('bob', { createdAt: '2015-05-07' })
    expect(beacon.calls.map(({ settings }) => [settings.segment_user_id, settings.created_at])).toEqual([
      ['ann', 1399420800],
      ['ann', 1399420800],
      ['bob', 1430956800]
    ])
  })

  it.each(['page', 'group', 'account_token'])('never provides %s', async (key) => {
    Object.defineProperty(Object.prototype, key, { value: 'damaged', writable: true, configurable: true })
    try {
      await analytics.identify('ann', { email: 'ann@example.com' })
    } finally {
      Reflect.deleteProperty(Object.prototype, key)
    }
    expect(beacon.last.settings).toMatchObject({ ...BASE_SETTINGS, email: 'ann@example.com' })
    expect(JSON.stringify(beacon.last.settings)).not.toContain('damaged')
  })
})
