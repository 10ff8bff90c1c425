import { FakeBeacon } from './support/fake-beacon'
import { errorsOf, freshPage, loadAnalytics, loadWithFactory, registerPlugins } from './support/page'
import { inmomentPlugins } from '..'

const early = [
  ['register', () => registerPlugins()],
  ['the plugins option', () => loadAnalytics(inmomentPlugins({ accountToken: 'NPS-4aeb53c1' }))],
  ['the factory and Segment settings', () => loadWithFactory()]
] as const

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
})

afterEach(() => jest.restoreAllMocks())

describe.each(early)('loaded with %s', (_, load) => {
  it('keeps the order of events that were made before the beacon was there', async () => {
    beacon.serve(150)
    const analytics = await load()
    await Promise.all([
      analytics.identify('ann', { email: 'ann@example.com' }),
      analytics.track('Order Completed'),
      analytics.identify('bob', { email: 'bob@example.com' }),
      analytics.track('Product Added')
    ])

    expect(beacon.calls.map(({ settings }) => [settings.email, settings.event_name])).toEqual([
      ['ann@example.com', null],
      ['ann@example.com', 'Order Completed'],
      ['bob@example.com', null],
      ['bob@example.com', 'Product Added']
    ])
  })

  it('loads the beacon once', async () => {
    const request = beacon.serve()
    const analytics = await load()
    await analytics.identify('ann')
    await analytics.page()
    expect(request.isDone()).toBe(true)
    expect(document.querySelectorAll('script[src*="wootric-sdk"]')).toHaveLength(1)
    expect(beacon.commands).toEqual(['run', 'page'])
  })
})

describe('where the page has InMoment already', () => {
  it('adds no second beacon and keeps the keys of the page', async () => {
    window.wootricSettings = { modal_theme: 'dark', product_name: 'Initech' }
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })

    expect(document.querySelector('script[src*="wootric-sdk"]')).toBeNull()
    expect(beacon.last.settings).toMatchObject({
      modal_theme: 'dark',
      product_name: 'Initech',
      account_token: 'NPS-4aeb53c1',
      email: 'ann@example.com'
    })
  })

  it('waits for the beacon that the page is loading instead of adding its own', async () => {
    beacon.serve(50)
    const script = document.createElement('script')
    script.src = 'https://cdn.wootric.com/wootric-sdk.js'
    document.head.append(script)

    const analytics = await registerPlugins()
    await analytics.identify('ann')
    expect(document.querySelectorAll('script[src*="wootric-sdk"]')).toHaveLength(1)
    expect(beacon.commands).toEqual(['run'])
  })

  it('takes the email that the page itself gave for the user’s, and never that of an event', async () => {
    window.wootricSettings = { email: 'ann@example.com' }
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.track('Invite Sent', { email: 'bob@example.com' })
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('takes back what the page has taken back, and mixes no two of the page’s users', async () => {
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
  ])('delivers the events and keeps the page’s keys where its settings are %s', async (_, settings) => {
    window.wootricSettings = settings
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    expect(beacon.last.settings).toMatchObject({ product_name: 'Initech', email: 'ann@example.com' })
  })

  it.each(['text', false, 7])('delivers the events where the page has %j for its settings', async (settings) => {
    window.wootricSettings = settings as unknown as undefined
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com' })
  })

  it('loads the beacon where the page has its script only as text for a consent manager', async () => {
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

  it('changes the page’s settings object and does not replace it', async () => {
    const settings = (window.wootricSettings = {})
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann')
    expect(window.wootricSettings).toBe(settings)
  })
})

it('does not take for the page’s own what another source has written', async () => {
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

describe('where the beacon cannot be had', () => {
  it('fails the event with the cause while its script is blocked', async () => {
    beacon.refuse()
    jest.spyOn(console, 'error').mockImplementation() // jsdom tells of the script that it could not load
    const analytics = await registerPlugins()
    const context = await analytics.identify('ann')
    expect(errorsOf(context)).toEqual([expect.stringMatching(/its script could not be loaded or was blocked/)])
  })

  it.each(['', '  ', undefined, 7])('loads nothing for the account token %j and says why', async (accountToken) => {
    const request = beacon.serve()
    const analytics = await registerPlugins({ accountToken: accountToken as string })
    const context = await analytics.track('Order Completed')
    expect(errorsOf(context)).toEqual([expect.stringMatching(/the account token is empty/)])
    expect(request.isDone()).toBe(false)
  })

  it('leaves the page’s own InMoment alone without an account token', async () => {
    const own = { account_token: 'NPS-12345678', email: 'bob@example.com' }
    window.wootricSettings = { ...own }
    beacon.install()
    const analytics = await registerPlugins({ accountToken: '' })
    await analytics.identify('ann', { email: 'ann@example.com' })
    analytics.reset()
    expect(window.wootricSettings).toEqual(own)
    expect(beacon.calls).toEqual([])
  })

  it('delivers later events with the right user once the beacon has arrived after all', async () => {
    beacon.refuse()
    jest.spyOn(console, 'error').mockImplementation() // jsdom tells of the script that it could not load
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Lost')
    beacon.install()
    await analytics.track('Order Completed')

    expect(beacon.calls).toHaveLength(1)
    expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com', event_name: 'Order Completed' })
  })

  it('gives up after 10 seconds, and analytics.js gets ready all the same', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] })
    try {
      beacon.serveNothing()
      const load = inmomentPlugins({ accountToken: 'NPS-4aeb53c1' })[0]?.load
      const settled = jest.fn()
      void load?.({} as never, {} as never).then(settled)
      await jest.advanceTimersByTimeAsync(9_999)
      expect(settled).not.toHaveBeenCalled()
      await jest.advanceTimersByTimeAsync(1)
      expect(settled).toHaveBeenCalledTimes(1)
      expect(jest.getTimerCount()).toBe(0)
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('the account token', () => {
  it('is trimmed', async () => {
    beacon.install()
    const analytics = await registerPlugins({ accountToken: ' NPS-4aeb53c1\n' })
    await analytics.identify('ann')
    expect(beacon.last.settings.account_token).toBe('NPS-4aeb53c1')
  })
})

it('never sends the client id, which only mobile apps need', async () => {
  beacon.install()
  const analytics = await registerPlugins({ clientId: 'client-id' })
  await analytics.identify('ann')
  expect(JSON.stringify(window.wootricSettings)).not.toContain('client-id')
})
