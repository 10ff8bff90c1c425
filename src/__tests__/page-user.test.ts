import { VERSION } from '../destinations/inmoment/version'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, loadPage, registerPlugins } from '../../test/support/page'

const BOB = { email: 'bob@example.com', created_at: 1533310126, external_id: 'bob-7', properties: { role: 'admin' } }
const ANN = { email: 'ann@example.com', createdAt: '2014-05-07', language: 'DE', plan: 'pro' }

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

describe('the user that the server has rendered into wootricSettings', () => {
  beforeEach(async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', ANN)
    loadPage()
    beacon = new FakeBeacon()
    beacon.install()
    window.wootricSettings = { ...BOB }
  })

  it('stays at load although Segment remembers another user', async () => {
    await registerPlugins()
    expect(window.wootricSettings).toEqual({ ...BOB, account_token: 'NPS-4aeb53c1', version: VERSION })
  })

  it('is the respondent of a survey that the page’s own snippet requests', async () => {
    await registerPlugins()
    window.wootric?.('run')
    expect(beacon.last.settings).toEqual({ ...BOB, account_token: 'NPS-4aeb53c1', version: VERSION })
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

  it('keeps the other values if Segment identifies the user without an email', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('bob', { plan: 'free' })
    expect(beacon.last.settings).toMatchObject({ ...BOB, properties: { role: 'admin', plan: 'free' } })
  })

  it('is cleared if Segment identifies a user with another email', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('cid', { email: 'cid@example.com' })
    expect(beacon.last.settings).toEqual({
      account_token: 'NPS-4aeb53c1',
      version: VERSION,
      email: 'cid@example.com',
      segment_user_id: 'cid',
      properties: {},
      event_name: null
    })
  })

  it('is cleared on reset', async () => {
    const analytics = await registerPlugins()
    analytics.reset()
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-4aeb53c1', version: VERSION })
  })
})

it('restores the remembered user if the page has the same email in another case', async () => {
  const former = await registerPlugins()
  await former.identify('ann', ANN)
  loadPage()
  beacon.install()
  window.wootricSettings = { email: 'ANN@example.com', external_id: 'ann-7' }
  await registerPlugins()
  expect(window.wootricSettings).toMatchObject({
    external_id: 'ann-7',
    segment_user_id: 'ann',
    created_at: 1399420800,
    properties: { plan: 'pro' }
  })
})

it('restores the remembered user if the page only has keys that identify no user', async () => {
  const former = await registerPlugins()
  await former.identify('ann', ANN)
  loadPage()
  beacon.install()
  window.wootricSettings = { product_name: 'Initech', language: 'EN' }
  await registerPlugins()
  expect(window.wootricSettings).toMatchObject({ email: 'ann@example.com', product_name: 'Initech' })
})

it.each(['yesterday', null, ''])('keeps the page’s created_at if createdAt is %j', async (createdAt) => {
  window.wootricSettings = { ...BOB }
  const analytics = await registerPlugins()
  await analytics.identify('bob', { createdAt })
  expect(beacon.last.settings.created_at).toBe(1533310126)
})

describe('a user that the page writes late', () => {
  it('replaces Segment’s user with another email, whose values no command has', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', ANN)
    window.wootricSettings = { ...window.wootricSettings, ...BOB }
    await analytics.track('Order Completed')
    const text = JSON.stringify(beacon.last.settings)
    expect(text.includes('ann') && text.includes('bob')).toBe(false)
  })

  it('adds values to Segment’s user with the same email', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('bob', { email: 'bob@example.com', plan: 'free' })
    Object.assign(window.wootricSettings ?? {}, { external_id: 'bob-7', email: 'BOB@example.com' })
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ external_id: 'bob-7', properties: { plan: 'free' } })
  })

  it('is the respondent of a visitor’s events', async () => {
    const analytics = await registerPlugins()
    await analytics.track('First')
    window.wootricSettings = { ...BOB }
    await analytics.track('Second', { total: 5 })
    expect(beacon.last.settings).toMatchObject({ ...BOB, properties: { role: 'admin', total: 5 } })
  })

  it('is not the former user’s email that the destination wrote itself', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
    await analytics.identify('ann', { email: 'ann@work.example' })
    expect(beacon.last.settings).toMatchObject({ email: 'ann@work.example', properties: { plan: 'pro' } })
  })
})
