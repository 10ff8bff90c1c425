import type { Analytics, Plugin } from '@segment/analytics-next'
import inmoment, { inmomentPlugins } from '..'
import { ACCOUNT_TOKEN, BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import {
  ANALYTICS_VERSIONS,
  createCdnSettings,
  getWarnings,
  loadWithFactory,
  openPage,
  registerPlugins,
  startAnalytics
} from '../../test/support/page'

const ANN = { email: 'ann@example.com', plan: 'pro' }
const DROPPED = 'InMoment: dropped the event because it was made before reset()'

let beacon: FakeBeacon
let count: number

beforeEach(() => {
  beacon = openPage()
  count = 0
})

afterEach(() => jest.restoreAllMocks())

/** Newer and older versions of analytics.js create different message IDs, and a site can set its own. */
const MESSAGE_IDS: [string, () => { messageId?: string }][] = [
  ['with the time', () => ({})],
  ['of older versions', () => ({ messageId: `ajs-next-${`${(count += 1)}`.padStart(32, 'a')}` })],
  ['set by the site', () => ({ messageId: `order-${(count += 1)}` })]
]

const CLOCKS: [string, () => void][] = [
  ['a running clock', () => undefined],
  ['a clock that stands still', () => void jest.spyOn(Date, 'now').mockReturnValue(Date.now())]
]

const LOADS: [string, typeof registerPlugins][] = [
  ['register', registerPlugins],
  ['the factory', loadWithFactory]
]

describe.each(ANALYTICS_VERSIONS)('with analytics.js %s', (_version, version) => {
  describe.each(MESSAGE_IDS)('and message IDs %s', (_ids, nextId) => {
    it.each(LOADS)('an event immediately before reset() requests no survey (%s)', async (_, load) => {
      const analytics = await load({}, { version })
      await analytics.identify('ann', ANN, nextId())
      const late = analytics.track('Signed Out', {}, nextId())
      analytics.reset()
      await late
      expect(beacon.commands).toEqual(['run'])
      expect(window.wootricSettings).toEqual(BASE_SETTINGS)
    })

    it.each(CLOCKS)('all events after reset() in the same tick are delivered with %s', async (_, setClock) => {
      setClock()
      const analytics = await registerPlugins({}, { version })
      const before = [analytics.identify('ann', ANN, nextId()), analytics.track('A1', {}, nextId())]
      analytics.reset()
      const after = [
        analytics.identify('bob', { email: 'bob@example.com' }, nextId()),
        analytics.track('B1', {}, nextId()),
        analytics.identify('cid', {}, nextId())
      ]
      await Promise.all([...before, ...after])
      expect(
        beacon.calls.map(({ settings }) => [settings.segment_user_id, settings.email, settings.event_name])
      ).toEqual([
        ['bob', 'bob@example.com', null],
        ['bob', 'bob@example.com', 'B1'],
        ['cid', undefined, null]
      ])
    })

    it('an event before reset() is dropped by two instances at one analytics.js', async () => {
      const analytics = await registerPlugins({}, { version })
      await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
      const late = analytics.identify('ann', ANN, nextId())
      analytics.reset()
      expect(getWarnings(await late)).toEqual([DROPPED, DROPPED])
      await analytics.identify('bob', {}, nextId())
      expect(beacon.calls.map(({ settings }) => settings.segment_user_id)).toEqual(['bob'])
      expect(JSON.stringify(window.wootricSettings)).not.toContain('ann')
    })

    it('an event before a reset at another analytics.js is dropped too', async () => {
      const first = await registerPlugins({}, { version })
      const second = await registerPlugins({}, { version })
      const late = first.identify('ann', ANN, nextId())
      second.reset()
      expect(getWarnings(await late)).toEqual([DROPPED])
      await second.identify('bob', {}, nextId())
      expect(beacon.calls.map(({ settings }) => settings.segment_user_id)).toEqual(['bob'])
    })
  })

  it('early events are all delivered in order', async () => {
    const analytics = await registerPlugins({}, { version })
    await Promise.all(Array.from({ length: 20 }, (_, index) => analytics.track(`Event ${index}`)))
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(
      Array.from({ length: 20 }, (_, index) => `Event ${index}`)
    )
  })
})

describe('one message ID for all events', () => {
  const options = { messageId: 'same' }
  let analytics: Analytics

  beforeEach(async () => {
    analytics = await registerPlugins()
  })

  // The second event notes the message ID again.
  it('does not deliver an event from before reset() after it', async () => {
    const late = analytics.identify('ann', ANN, options)
    analytics.reset()
    await Promise.all([late, analytics.identify('bob', {}, options)])
    expect(JSON.stringify(beacon.calls)).not.toMatch(/ann|"pro"/)
    expect(beacon.calls.map(({ settings }) => settings.segment_user_id)).toEqual(['bob'])
  })

  it('delivers each event', async () => {
    await analytics.track('First', {}, options)
    await Promise.all([analytics.track('Second', {}, options), analytics.track('Third', {}, options)])
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['First', 'Second', 'Third'])
  })
})

it('delivers early events in a browser without performance.timeOrigin', async () => {
  Object.defineProperty(performance, 'timeOrigin', { value: undefined, configurable: true })
  const analytics = await registerPlugins()
  const late = analytics.identify('ann', ANN)
  analytics.reset()
  await Promise.all([late, analytics.identify('bob'), analytics.track('Order Completed')])
  expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual([null, 'Order Completed'])
  Reflect.deleteProperty(performance, 'timeOrigin')
})

it('keeps no message ID readable after reset()', async () => {
  const analytics = await registerPlugins()
  const ids = ['order-1', 'order-2']
  for (const messageId of ids) await analytics.track('Order Completed', {}, { messageId })
  analytics.reset()
  const records = Object.getOwnPropertySymbols(window).map((symbol) => Reflect.get(window, symbol) as object)
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (seen.has(value)) return
    seen.add(value)
    if (value instanceof Map || value instanceof Set) visit([...value])
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  visit(records.filter((record) => 'recentEvents' in record))
  expect(seen.size).toBeGreaterThan(1)
  for (const id of ids) expect(seen.has(id)).toBe(false)
})

describe('a destination that loads slowly', () => {
  /** Loads analytics.js with Segment's settings and plugins that take 50 ms to load. */
  async function loadSlowly(): Promise<Analytics> {
    const delayLoad = (plugin: Plugin): Plugin => ({
      ...plugin,
      load: async (context, analytics) => {
        await new Promise((resolve) => setTimeout(resolve, 50))
        await plugin.load(context, analytics)
      }
    })
    const factory = async (settings: unknown) => [await inmoment(settings as never)].flat().map(delayLoad)
    const [analytics] = await startAnalytics({
      plugins: [Object.assign(factory, { pluginName: inmoment.pluginName })],
      cdnSettings: createCdnSettings()
    })
    return analytics
  }

  it.each([undefined, 'order-1'])('drops an identify from before reset() (message ID %s)', async (messageId) => {
    const analytics = await loadSlowly()
    const late = analytics.identify('ann', ANN, { messageId })
    analytics.reset()
    await late
    await analytics.track('Checkout')
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual(['Checkout'])
    expect(JSON.stringify([beacon.calls, localStorage])).not.toContain('ann@example.com')
  })
})

it('clears the user’s values if the site uses one anonymous ID for all users', async () => {
  const analytics = await registerPlugins()
  analytics.setAnonymousId('device')
  const late = analytics.identify('ann', ANN)
  analytics.reset()
  analytics.setAnonymousId('device')
  await late
  await analytics.track('Order Completed')
  expect(beacon.last.settings).toMatchObject({ event_name: 'Order Completed' })
  expect(JSON.stringify(beacon.calls)).not.toContain('ann@example.com')
})

it('delivers events after a reset if source middleware changes the anonymous ID', async () => {
  const analytics = await registerPlugins()
  await analytics.addSourceMiddleware(({ payload, next }) => {
    payload.obj.anonymousId = `site-${payload.obj.anonymousId ?? ''}`
    next(payload)
  })
  analytics.reset()
  await analytics.track('Checkout')
  expect(beacon.commands).toEqual(['run'])
})
