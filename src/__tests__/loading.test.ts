import { FakeBeacon } from '../../test/support/fake-beacon'
import {
  ACCOUNT_TOKEN,
  errorsOf,
  freshPage,
  loadAnalytics,
  loadWithFactory,
  registerPlugins
} from '../../test/support/page'
import { inmomentPlugins } from '..'

const early = [
  ['register', () => registerPlugins()],
  ['the plugins option', () => loadAnalytics({ plugins: inmomentPlugins({ accountToken: ACCOUNT_TOKEN }) })],
  ['the factory and Segment settings', () => loadWithFactory()]
] as const

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
})

afterEach(() => jest.restoreAllMocks())

describe.each(early)('loaded with %s', (_, load) => {
  it('delivers events that were made before the beacon was ready in order', async () => {
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

describe('if the beacon is missing', () => {
  it('fails the event with the cause if its script is blocked', async () => {
    beacon.refuse()
    jest.spyOn(console, 'error').mockImplementation() // jsdom reports the script that failed
    const analytics = await registerPlugins()
    const context = await analytics.identify('ann')
    expect(errorsOf(context)).toEqual([expect.stringMatching(/its script could not be loaded or was blocked/)])
  })

  it.each(['', '  ', undefined, 7])(
    'loads nothing for the account token %j and fails the event with the cause',
    async (accountToken) => {
      const request = beacon.serve()
      const analytics = await registerPlugins({ accountToken: accountToken as string })
      const context = await analytics.track('Order Completed')
      expect(errorsOf(context)).toEqual([expect.stringMatching(/the Account Token setting is empty/)])
      expect(request.isDone()).toBe(false)
    }
  )

  it('changes nothing on a page with InMoment if the account token is empty', async () => {
    const own = { account_token: 'NPS-12345678', email: 'bob@example.com' }
    window.wootricSettings = { ...own }
    beacon.install()
    const analytics = await registerPlugins({ accountToken: '' })
    await analytics.identify('ann', { email: 'ann@example.com' })
    analytics.reset()
    expect(window.wootricSettings).toEqual(own)
    expect(beacon.calls).toEqual([])
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

it('never sends the client ID, which only mobile apps need', async () => {
  beacon.install()
  const analytics = await registerPlugins({ clientId: 'client-id' })
  await analytics.identify('ann')
  expect(JSON.stringify(window.wootricSettings)).not.toContain('client-id')
})

describe('test mode', () => {
  it('sets the two flags for testing', async () => {
    beacon.install()
    await registerPlugins({ testMode: true })
    expect(window).toMatchObject({ wootric_survey_immediately: true, wootric_no_surveyed_cookie: true })
  })

  it('does not change the page’s own flags if it is off', async () => {
    window.wootric_survey_immediately = true
    beacon.install()
    await registerPlugins({ testMode: false })
    expect(window.wootric_survey_immediately).toBe(true)
    expect(window).not.toHaveProperty('wootric_no_surveyed_cookie')
  })
})
