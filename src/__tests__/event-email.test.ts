import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openNextPage, openPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

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

  it('is not used for a user of an earlier page', async () => {
    await (await registerPlugins()).identify('ann', { plan: 'pro' })
    beacon = openNextPage()
    const analytics = await registerPlugins()
    await analytics.track('Invite Sent', { email: 'friend@example.com' })
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'ann', event_name: 'Invite Sent' })
    expect(JSON.stringify(beacon.calls)).not.toContain('friend@')
  })

  it('is not used for a user whose identify event this destination never received', async () => {
    await (await registerPlugins({ subscriptions: [] })).identify('ann')
    beacon = openNextPage()
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

  it('never replaces the email of a user', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Invite Sent', { email: 'bob@example.com' })
    await analytics.track('Invite Sent', {}, { context: { traits: { email: 'bob@example.com' } } })
    expect(beacon.calls.map(({ settings }) => settings.email)).toEqual(Array(3).fill('ann@example.com'))
  })

  it('is the email in its context before the email in its properties', async () => {
    const analytics = await registerPlugins()
    const context = { traits: { email: 'ann@example.com' } }
    await analytics.track('Order Completed', { email: 'bob@example.com' }, { context })
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })
})
