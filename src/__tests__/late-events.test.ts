import { VERSION } from '../destinations/inmoment/version'
import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import {
  ACCOUNT_TOKEN,
  ANALYTICS_VERSIONS,
  freshPage,
  loadWithFactory,
  registerPlugins,
  warningsOf
} from '../../test/support/page'

const ANN = { email: 'ann@example.com', plan: 'pro' }
const DROPPED = 'InMoment: dropped the event because it was made before reset()'

let beacon: FakeBeacon
let count: number

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  count = 0
})

afterEach(() => jest.restoreAllMocks())

/** The formats of message IDs: what newer and older versions of analytics.js create, and what a site may set. */
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
    it.each(LOADS)('an event on the line before reset() requests no survey (%s)', async (_, load) => {
      const analytics = await load({}, { version })
      await analytics.identify('ann', ANN, nextId())
      const late = analytics.track('Signed Out', {}, nextId())
      analytics.reset()
      await late
      expect(beacon.commands).toEqual(['run'])
      expect(window.wootricSettings).toEqual({ account_token: ACCOUNT_TOKEN, version: VERSION })
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
      expect(warningsOf(await late)).toEqual([DROPPED, DROPPED])
      await analytics.identify('bob', {}, nextId())
      expect(beacon.calls.map(({ settings }) => settings.segment_user_id)).toEqual(['bob'])
      expect(JSON.stringify(window.wootricSettings)).not.toContain('ann')
    })

    it('an event before a reset at another analytics.js is dropped too', async () => {
      const first = await registerPlugins({}, { version })
      const second = await registerPlugins({}, { version })
      const late = first.identify('ann', ANN, nextId())
      second.reset()
      expect(warningsOf(await late)).toEqual([DROPPED])
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
