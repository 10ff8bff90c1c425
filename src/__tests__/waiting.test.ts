import type { Analytics } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { errorsOf, freshPage, loadWithFactory, warningsOf } from '../../test/support/page'
import { advance, beaconScript, openWithStoppedTime } from '../../test/support/stopped-time'

const QUEUED = 'InMoment: the event is queued until the beacon is ready'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.hang()
  analytics = await openWithStoppedTime()
})

afterEach(() => jest.useRealTimers())

describe('while the beacon is missing', () => {
  it('awaited calls wait one second in total, and then have a warning', async () => {
    const settled: string[] = []
    const first = analytics.track('First')
    void first.then(() => settled.push('First'))
    await advance(900)
    expect(settled).toEqual([])
    await advance(200)
    expect(settled).toEqual(['First'])
    expect(warningsOf(await first)).toEqual([QUEUED])

    const second = analytics.track('Second')
    void second.then(() => settled.push('Second'))
    await advance(50)
    expect(settled).toEqual(['First', 'Second'])
    expect(warningsOf(await second)).toEqual([QUEUED])
  })

  it('events fail once its script has failed, within the first second with the cause', async () => {
    const call = analytics.track('First')
    await advance(500)
    beaconScript()?.dispatchEvent(new Event('error'))
    await advance(100)
    expect(errorsOf(await call)).toEqual([expect.stringMatching(/its script could not be loaded or was blocked$/)])
  })

  it('events fail 10 seconds after its script has run without defining it', async () => {
    beaconScript()?.dispatchEvent(new Event('load'))
    await advance(9_900)
    const early = analytics.track('Early')
    await advance(50)
    expect(warningsOf(await early)).toEqual([QUEUED])
    await advance(100)
    const late = analytics.track('Late')
    await advance(50)
    expect(errorsOf(await late)).toEqual([expect.stringMatching(/10 seconds after its script ran$/)])
  })
})

it('analytics.ready() does not wait for the beacon', async () => {
  jest.useRealTimers()
  freshPage()
  beacon.hang()
  const start = performance.now()
  analytics = await loadWithFactory()
  await analytics.ready()
  expect(performance.now() - start).toBeLessThan(1_000)
  expect(window.wootric).toBeUndefined()
})
