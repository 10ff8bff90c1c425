import { FakeBeacon } from '../../test/support/fake-beacon'
import { errorsOf, freshPage, registerPlugins } from '../../test/support/page'

const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'
const OWN_TOKEN = 'NPS-12345678'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
})

afterEach(() => jest.useRealTimers())

function beaconScripts(): (string | null)[] {
  return Array.from(document.querySelectorAll(`script[src="${BEACON_URL}"]`), (script) => script.getAttribute('src'))
}

describe('the page’s own snippet', () => {
  it.each([
    'https://cdn.wootric.com/wootric-sdk.js?v=20260101',
    'https://cdn.wootric.com/wootric-sdk.js#nps',
    'https://disutgh7q0ncc.cloudfront.net/beacon.js',
    'https://d27j601g4x0gd5.cloudfront.net/beacon.js',
    '//d27j601g4x0gd5.cloudfront.net/beacon.js?cache=1',
    'https://shop.example/assets/wootric-sdk.js',
    '/vendor/wootric-sdk.js?7'
  ])('at %s is the only beacon, and gets the events', async (url) => {
    document.head.innerHTML = `<script src="${url}"></script>`
    const analytics = await registerPlugins()
    const call = analytics.track('Order Completed')
    expect(document.scripts).toHaveLength(1)
    beacon.install()
    await call
    expect(beacon.commands).toEqual(['run'])
    expect(document.scripts).toHaveLength(1)
  })

  it.each(['https://shop.example/not-wootric-sdk.js', 'https://other.cloudfront.net/beacon.js', '/wootric-sdk.js.map'])(
    'is not any other script, such as %s',
    async (url) => {
      beacon.serve()
      document.head.innerHTML = `<script src="${url}"></script>`
      const analytics = await registerPlugins()
      await analytics.track('Order Completed')
      expect(beaconScripts()).toEqual([BEACON_URL])
      expect(beacon.commands).toEqual(['run'])
    }
  )
})

describe('an account token of the page that differs from the setting', () => {
  const own = { account_token: OWN_TOKEN, email: 'bob@example.com', properties: { role: 'admin' } }

  it('prevents every change and every request, and fails each event with the cause', async () => {
    window.wootricSettings = { ...own }
    beacon.install()
    const analytics = await registerPlugins({ testMode: true })
    const contexts = [
      await analytics.identify('ann', { email: 'ann@example.com' }),
      await analytics.track('Order Completed'),
      await analytics.page('Home'),
      await analytics.group('initech')
    ]
    for (const context of contexts) {
      expect(errorsOf(context)).toEqual([
        'InMoment: the page uses a different account token than the Account Token setting'
      ])
    }
    analytics.reset()
    expect(window.wootricSettings).toEqual(own)
    expect(window.wootric_survey_immediately).toBeUndefined()
    expect(beacon.calls).toEqual([])
    expect(beacon.stops).toBe(0)
  })

  it('is neither loaded with a beacon nor repeated in an error', async () => {
    window.wootricSettings = { ...own }
    const analytics = await registerPlugins()
    const context = await analytics.track('Order Completed')
    expect(document.scripts).toHaveLength(0)
    expect(JSON.stringify(context.logs())).not.toContain('NPS-')
  })

  it('also has priority if the page sets it late', async () => {
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    window.wootricSettings = { ...own }
    const context = await analytics.track('Order Completed')
    expect(errorsOf(context)).toHaveLength(1)
    expect(window.wootricSettings).toEqual(own)
    expect(beacon.commands).toEqual(['run'])
  })

  it('is not overwritten by reset() if the page writes it late', async () => {
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    window.wootricSettings = { ...own }
    analytics.reset()
    expect(window.wootricSettings).toMatchObject({ account_token: OWN_TOKEN })
  })

  it('is not overwritten by a queued event if the page writes it while the beacon loads', async () => {
    beacon.hang()
    const analytics = await registerPlugins()
    const call = analytics.identify('ann', { email: 'ann@example.com' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    window.wootricSettings = { ...own }
    beacon.install()
    await call
    expect(beacon.calls).toEqual([])
    expect(window.wootricSettings).toEqual(own)
  })

  it('is the same with spaces around it', async () => {
    window.wootricSettings = { account_token: ' NPS-4aeb53c1 ' }
    beacon.install()
    const analytics = await registerPlugins()
    await analytics.track('Order Completed')
    expect(beacon.commands).toEqual(['run'])
  })
})
