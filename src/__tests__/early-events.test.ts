import type { AnalyticsBrowser } from '@segment/analytics-next'
import { inmomentPlugins } from '..'
import { ACCOUNT_TOKEN } from '../destinations/inmoment/test-support/constants'
import { ServedBeacon } from '../../test/support/served-beacon'
import { ANALYTICS_VERSIONS, startAnalytics } from '../../test/support/page'
import { resetPage } from '../destinations/inmoment/test-support/reset-page'

const NAMES = Array.from({ length: 20 }, (_, index) => `Event ${index}`)

let beacon: ServedBeacon

beforeEach(() => {
  resetPage()
  beacon = new ServedBeacon()
})

const BEACONS: [string, () => void][] = [
  ['already ready', () => beacon.install()],
  ['still loading', () => void beacon.serve(100)]
]

describe.each(ANALYTICS_VERSIONS)('events made before analytics.js %s has loaded', (_version, version) => {
  /** As a site does that registers the plugins without waiting for analytics.js. */
  function open(): AnalyticsBrowser {
    const analytics = startAnalytics(undefined, { version })
    void analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
    return analytics
  }

  it.each(BEACONS)('are all delivered in order if the beacon is %s', async (_, prepare) => {
    prepare()
    const analytics = open()
    await Promise.all([
      analytics.identify('ann', { email: 'ann@example.com' }),
      ...NAMES.map((name) => analytics.track(name))
    ])
    expect(beacon.calls.map(({ settings }) => settings.event_name)).toEqual([null, ...NAMES])
    expect(new Set(beacon.calls.map(({ settings }) => settings.email))).toEqual(new Set(['ann@example.com']))
  })

  // analytics.js makes queued calls grouped by method: every other call before reset().
  it.each(BEACONS)('and before reset() request no survey if the beacon is %s', async (_, prepare) => {
    prepare()
    const analytics = open()
    const before = [analytics.identify('ann', { email: 'ann@example.com' }), analytics.track('A1')]
    await analytics.reset()
    await Promise.all(before)
    await Promise.all([analytics.identify('bob'), analytics.track('B1')])
    expect(beacon.calls.map(({ settings }) => [settings.segment_user_id, settings.event_name])).toEqual([
      ['bob', null],
      ['bob', 'B1']
    ])
    expect(JSON.stringify([beacon.calls, window.wootricSettings])).not.toContain('ann')
  })
})
