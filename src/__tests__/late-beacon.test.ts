import type { Analytics } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage } from '../../test/support/page'
import { advance, beaconScript, openWithStoppedTime } from '../../test/support/stopped-time'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.hang()
  analytics = await openWithStoppedTime()
})

afterEach(() => jest.useRealTimers())

function eventNames(): unknown[] {
  return beacon.calls.map(({ command, settings }) => (command === 'run' ? settings.event_name : command))
}

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

  it('gets the newest 100 commands, and the user’s values from older events', async () => {
    void analytics.identify('ann', { email: 'ann@example.com' })
    for (let count = 1; count <= 110; count += 1) void analytics.track(`Event ${count}`)
    await advance(12_000)
    beacon.install()
    await advance(1_000)
    expect(eventNames()).toEqual(Array.from({ length: 100 }, (_, index) => `Event ${index + 11}`))
    expect(new Set(beacon.calls.map(({ settings }) => settings.email))).toEqual(new Set(['ann@example.com']))
  })

  it('gets no event from before a reset', async () => {
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

describe('a beacon that arrives after its script has failed', () => {
  async function missTwoRequests(): Promise<void> {
    beaconScript()?.dispatchEvent(new Event('error'))
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
