import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins } from '..'
import { FakeBeacon } from './support/fake-beacon'
import { ACCOUNT_TOKEN, errorsOf, freshPage, loadAnalytics, loadWithFactory, warningsOf } from './support/page'

const QUEUED = 'InMoment: the event is queued until the beacon is ready'

let beacon: FakeBeacon
let analytics: Analytics

/** Loads the destination, with timers that stand still until the test advances them. */
async function open(): Promise<void> {
  analytics = await loadAnalytics()
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] })
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
}

function advance(milliseconds: number): Promise<void> {
  return jest.advanceTimersByTimeAsync(milliseconds)
}

function failScript(): void {
  document.querySelector('script[src*="wootric-sdk"]')?.dispatchEvent(new Event('error'))
}

function eventNames(): unknown[] {
  return beacon.calls.map(({ command, settings }) => (command === 'run' ? settings.event_name : command))
}

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.hang()
  await open()
})

afterEach(() => jest.useRealTimers())

describe('a beacon that arrives after 12 seconds', () => {
  it('gets the queued events in order, each with its own user, group and page', async () => {
    void analytics.identify('ann', { email: 'ann@example.com' })
    void analytics.group('initech')
    void analytics.page('Inbox of Ann')
    void analytics.track('First')
    await advance(6_000)
    void analytics.identify('bob', { email: 'bob@example.com' })
    void analytics.track('Second')
    await advance(6_000)
    expect(beacon.calls).toEqual([])

    beacon.install()
    await advance(1_000)
    expect(eventNames()).toEqual([null, 'group', 'page', 'First', null, 'Second'])
    expect(beacon.calls[3]?.settings).toMatchObject({
      email: 'ann@example.com',
      group_info: { id: 'initech' },
      page_info: { name: 'Inbox of Ann' }
    })
    expect(beacon.last.settings).toMatchObject({ email: 'bob@example.com' })
    expect(JSON.stringify(beacon.last.settings)).not.toMatch(/ann|Ann|initech/)
  })

  it('gets the newest 100 of more commands, and all that older events said about the user', async () => {
    void analytics.identify('ann', { email: 'ann@example.com' })
    for (let count = 1; count <= 110; count += 1) void analytics.track(`Event ${count}`)
    await advance(12_000)
    beacon.install()
    await advance(1_000)
    expect(eventNames()).toEqual(Array.from({ length: 100 }, (_, index) => `Event ${index + 11}`))
    expect(new Set(beacon.calls.map(({ settings }) => settings.email))).toEqual(new Set(['ann@example.com']))
  })

  it('gets nothing that was made before a reset', async () => {
    void analytics.identify('ann', { email: 'ann@example.com' })
    await advance(6_000)
    analytics.reset()
    void analytics.track('Second')
    await advance(6_000)
    beacon.install()
    await advance(1_000)
    expect(eventNames()).toEqual(['Second'])
    expect(JSON.stringify(beacon.calls)).not.toContain('ann')
  })
})

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
    failScript()
    await advance(100)
    expect(errorsOf(await call)).toEqual([expect.stringMatching(/its script could not be loaded or was blocked$/)])
  })

  it('events fail 10 seconds after its script has run without defining it', async () => {
    document.querySelector('script[src*="wootric-sdk"]')?.dispatchEvent(new Event('load'))
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

describe('a beacon that arrives after its script has failed', () => {
  async function missTwoRequests(): Promise<void> {
    failScript()
    void analytics.identify('ann', { email: 'ann@example.com' })
    void analytics.group('initech')
    void analytics.page('Inbox of Ann')
    void analytics.track('Missed')
    await advance(2_000)
  }

  it('gets the last missed survey request exactly once, with user, group and page', async () => {
    await missTwoRequests()
    beacon.install()
    await advance(5_000)
    expect(eventNames()).toEqual(['Missed'])
    expect(beacon.last.settings).toMatchObject({
      email: 'ann@example.com',
      group_info: { id: 'initech' },
      page_info: { name: 'Inbox of Ann' }
    })
    void analytics.track('Next')
    await advance(1_000)
    expect(eventNames()).toEqual(['Missed', 'Next'])
  })

  it.each([
    ['a reset', () => analytics.reset()],
    [
      'a change of user',
      () => {
        analytics.user().identify('bob', {})
        void analytics.page()
      }
    ]
  ])('gets no missed request after %s', async (_, leave) => {
    await missTwoRequests()
    leave()
    await advance(100)
    beacon.install()
    await advance(5_000)
    expect(beacon.commands).not.toContain('run')
    expect(JSON.stringify([beacon.calls, window.wootricSettings])).not.toMatch(/ann@|Inbox/)
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
