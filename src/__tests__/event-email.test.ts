import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, loadPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  startBeacon()
})

function startBeacon(): void {
  beacon = new FakeBeacon()
  beacon.install()
}

describe('the email of a track event', () => {
  it('is used for one request of a visitor, and never for the user whom the visitor becomes', async () => {
    const analytics = await registerPlugins()
    await analytics.track('Newsletter Joined', { email: 'lead@example.com' })
    expect(beacon.last.settings.email).toBe('lead@example.com')
    await analytics.track('Second')
    expect(beacon.last.settings).not.toHaveProperty('email')
    await analytics.track('Newsletter Joined', { email: 'lead@example.com' })
    await analytics.identify('ann', { plan: 'pro' })
    expect(beacon.last.settings).not.toHaveProperty('email')
    await analytics.track('Invite Sent', { email: 'friend@example.com' })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('is not used for a user whom Segment still knows from an earlier page', async () => {
    await (await registerPlugins()).identify('ann', { plan: 'pro' })
    loadPage()
    startBeacon()
    const analytics = await registerPlugins()
    await analytics.track('Invite Sent', { email: 'friend@example.com' })
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'ann', event_name: 'Invite Sent' })
    expect(JSON.stringify(beacon.calls)).not.toContain('friend@')
  })

  it('is not used for a user whom this destination has never received', async () => {
    await (await registerPlugins({ subscriptions: [] })).identify('ann')
    loadPage()
    startBeacon()
    const analytics = await registerPlugins()
    await analytics.track('Invite Sent', { email: 'friend@example.com' })
    expect(beacon.commands).toEqual(['run'])
    expect(JSON.stringify(beacon.calls)).not.toContain('friend@')
  })

  it('is used again after the user has logged out', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    analytics.reset()
    await analytics.track('Newsletter Joined', { email: 'lead@example.com' })
    expect(beacon.last.settings.email).toBe('lead@example.com')
  })
})
