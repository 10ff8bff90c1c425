import { VERSION } from '../destinations/inmoment/version'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
})

describe('if the page already has InMoment', () => {
  it("adds no second beacon and keeps the page's keys", async () => {
    window.wootricSettings = { modal_theme: 'dark', product_name: 'Initech' }
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })

    expect(document.querySelector('script[src*="wootric-sdk"]')).toBeNull()
    expect(beacon.last.settings).toMatchObject({
      modal_theme: 'dark',
      product_name: 'Initech',
      account_token: 'NPS-4aeb53c1',
      version: VERSION,
      email: 'ann@example.com'
    })
  })

  it('waits for the beacon that the page is loading instead of adding another', async () => {
    beacon.serve(50)
    const script = document.createElement('script')
    script.src = 'https://cdn.wootric.com/wootric-sdk.js'
    document.head.append(script)

    const analytics = await registerPlugins()
    await analytics.identify('ann')
    expect(document.querySelectorAll('script[src*="wootric-sdk"]')).toHaveLength(1)
    expect(beacon.commands).toEqual(['run'])
  })

  it('keeps the email that the page set, and never uses the email of an event instead', async () => {
    window.wootricSettings = { email: 'ann@example.com' }
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.track('Invite Sent', { email: 'bob@example.com' })
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('clears what the page has cleared, and never mixes two of the page’s users', async () => {
    window.wootricSettings = { email: 'ann@example.com', created_at: 5 }
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.track('First')
    expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com', created_at: 5 })

    window.wootricSettings.email = 'bob@example.com'
    await analytics.track('Second')
    expect(beacon.last.settings).toMatchObject({ email: 'bob@example.com' })
    expect(beacon.last.settings).not.toHaveProperty('created_at')

    window.wootricSettings = { product_name: 'Initech' }
    await analytics.track('Third')
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it.each([
    ['frozen', Object.freeze({ product_name: 'Initech' })],
    ['sealed', Object.seal({ product_name: 'Initech' })]
  ])('delivers events and keeps the page’s keys if its settings are %s', async (_, settings) => {
    window.wootricSettings = settings
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    expect(beacon.last.settings).toMatchObject({ product_name: 'Initech', email: 'ann@example.com' })
  })

  it.each(['text', false, 7])('delivers events if the page has %j as its settings', async (settings) => {
    window.wootricSettings = settings as unknown as undefined
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com' })
  })

  it('loads the beacon if the page has its script only as text for a consent manager', async () => {
    const request = beacon.serve()
    const script = document.createElement('script')
    script.type = 'text/plain'
    script.src = 'https://cdn.wootric.com/wootric-sdk.js'
    document.head.append(script)
    const analytics = await registerPlugins()
    await analytics.identify('ann')
    expect(request.isDone()).toBe(true)
    expect(beacon.commands).toEqual(['run'])
  })

  it('changes the page’s settings object in place', async () => {
    const settings = (window.wootricSettings = {})
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann')
    expect(window.wootricSettings).toBe(settings)
  })
})

it('does not treat values that another source set as the page’s own', async () => {
  beacon.install()
  const one = await registerPlugins({ restoreUser: false })
  const other = await registerPlugins({ restoreUser: false })
  await one.identify('ann', { plan: 'pro' })
  await other.track('Invite Sent', { email: 'bob@example.com', language: 'DE' })
  await one.track('Order Completed')
  expect(beacon.last.settings).toMatchObject({ segment_user_id: 'ann', properties: { plan: 'pro' } })
  expect(beacon.last.settings).not.toHaveProperty('email')
  expect(beacon.last.settings).not.toHaveProperty('language')
})
