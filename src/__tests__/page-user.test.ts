import { BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openNextPage, openPage, registerPlugins } from '../../test/support/page'

const BOB = { email: 'bob@example.com', created_at: 1533310126, external_id: 'bob-7', properties: { role: 'admin' } }
const ANN = { email: 'ann@example.com', createdAt: '2014-05-07', language: 'DE', plan: 'pro' }

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

describe('the user that the server has rendered into wootricSettings', () => {
  beforeEach(async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', ANN)
    beacon = openNextPage()
    window.wootricSettings = { ...BOB }
  })

  it('stays at load although Segment remembers another user', async () => {
    await registerPlugins()
    expect(window.wootricSettings).toEqual({ ...BOB, ...BASE_SETTINGS })
  })

  it('keeps the other values if Segment identifies the same user', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('bob', { email: 'Bob@Example.com', plan: 'free' })
    expect(beacon.last.settings).toMatchObject({
      email: 'Bob@Example.com',
      created_at: 1533310126,
      external_id: 'bob-7',
      segment_user_id: 'bob',
      properties: { role: 'admin', plan: 'free' }
    })
  })

  it('is cleared if Segment identifies a user with another email', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('cid', { email: 'cid@example.com' })
    expect(beacon.last.settings).toEqual({
      ...BASE_SETTINGS,
      email: 'cid@example.com',
      segment_user_id: 'cid',
      properties: {},
      event_name: null
    })
  })

  it('is cleared on reset', async () => {
    const analytics = await registerPlugins()
    analytics.reset()
    expect(window.wootricSettings).toEqual(BASE_SETTINGS)
  })
})

it.each(['yesterday', null, ''])('keeps the page’s created_at if createdAt is %j', async (createdAt) => {
  window.wootricSettings = { ...BOB }
  const analytics = await registerPlugins()
  await analytics.identify('bob', { createdAt })
  expect(beacon.last.settings.created_at).toBe(1533310126)
})

it('keeps the page’s own values if its user is identified after a page call of the remembered user', async () => {
  await (await registerPlugins()).identify('ann', ANN)
  beacon = openNextPage()
  window.wootricSettings = { ...BOB }
  const analytics = await registerPlugins()
  await analytics.page()
  await analytics.identify('bob', { email: 'Bob@example.com' })
  expect(beacon.last.settings).toMatchObject({ ...BOB, email: 'Bob@example.com', segment_user_id: 'bob' })
})

it('never replaces the page’s email with the email of an event', async () => {
  window.wootricSettings = { email: 'ann@example.com' }
  const analytics = await registerPlugins()
  await analytics.track('Invite Sent', { email: 'bob@example.com' })
  expect(beacon.last.settings.email).toBe('ann@example.com')
})

describe('values that the destination has set are not the page’s own', () => {
  it('if the user’s email changes', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
    await analytics.identify('ann', { email: 'ann@work.example' })
    expect(beacon.last.settings).toMatchObject({ email: 'ann@work.example', properties: { plan: 'pro' } })
  })

  it('if they come from another instance', async () => {
    const first = await registerPlugins({ restoreUser: false })
    const second = await registerPlugins({ restoreUser: false })
    await first.identify('ann', { plan: 'pro' })
    await second.track('Invite Sent', { email: 'bob@example.com', language: 'DE' })
    await first.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'ann', properties: { plan: 'pro' } })
    expect(beacon.last.settings).not.toHaveProperty('email')
    expect(beacon.last.settings).not.toHaveProperty('language')
  })

  it('if the page freezes them', async () => {
    const analytics = await registerPlugins()
    await analytics.group('initech', { plan: 'pro' })
    Object.freeze(window.wootricSettings?.group_info)
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({
      event_name: 'Order Completed',
      group_info: { id: 'initech', plan: 'pro' }
    })
  })
})
