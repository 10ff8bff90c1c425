import type { Analytics } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins, warningsOf } from '../../test/support/page'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  analytics = await registerPlugins()
})

it.each([
  [{ Email: 'ann@example.com', CreatedAt: 1533310126 }],
  [{ Email: 'ann@example.com', Created_At: 'Fri, 03 Aug 2018 15:28:46 GMT' }]
])('reads capitalized traits %j', async (traits) => {
  await analytics.identify('ann', traits)
  expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com', created_at: 1533310126 })
})

it.each([0, -5, '0001-01-01T00:00:00Z', '1533310126000000', '08/03/2018'])(
  'drops createdAt %j with a warning',
  async (createdAt) => {
    const context = await analytics.identify('ann', { createdAt, plan: 'pro' } as object)
    expect(beacon.last.settings).not.toHaveProperty('created_at')
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
    expect(warningsOf(context)).toEqual([expect.stringContaining('createdAt')])
  }
)

it('sends an event’s created_at as the property created_at_date', async () => {
  await analytics.track('Order Completed', { created_at: '2018-08-03', createdAt: '2018-08-04' })
  expect(beacon.last.settings.properties).toEqual({ created_at_date: 1533254400 })
})

it('keeps the user’s language if that of an event is not a language', async () => {
  await analytics.identify('ann', { language: 'en-US' })
  expect(beacon.last.settings.language).toBe('EN')
  const context = await analytics.track('Course Completed', { language: 'python' })
  expect(beacon.last.settings.language).toBe('EN')
  expect(warningsOf(context)).toEqual([expect.stringMatching(/^InMoment: language was dropped/)])
})

it('never sends the address in an event for a user with a user ID', async () => {
  await analytics.identify('ann', { plan: 'pro' })
  await analytics.track('Invite Sent', { email: 'friend@example.com' })
  await analytics.track('Invite Sent', {}, { context: { traits: { email: 'friend@example.com' } } })
  expect(JSON.stringify(beacon.calls)).not.toContain('friend@')
})

it('sends the email of an event for a visitor without a user ID', async () => {
  await analytics.track('Newsletter Joined', { email: 'lead@example.com' })
  expect(beacon.last.settings.email).toBe('lead@example.com')
})

it('keeps the positions of list items', async () => {
  await analytics.track('Order Completed', { products: [undefined, { sku: 'b' }] })
  expect(beacon.last.settings.properties).toEqual({ products_1_sku: 'b' })
})

it('logs at most 20 warnings, and one that counts the others', async () => {
  const bad = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`bad${index}`, NaN]))
  const context = await analytics.track('Order Completed', { ...bad, good: 1 })
  expect(beacon.last.settings.properties).toEqual({ good: 1 })
  expect(warningsOf(context)).toHaveLength(21)
  expect(warningsOf(context).at(-1)).toBe('InMoment: 30 more values were dropped')
})

it('drops names longer than 255 characters, in little time', async () => {
  const children = Object.fromEntries(Array.from({ length: 1_600 }, (_, index) => [`key${index}`, index]))
  const start = performance.now()
  const context = await analytics.track('Order Completed', {
    ['a'.repeat(16_400)]: children,
    ['b'.repeat(256)]: 1,
    c: 2
  })
  expect(performance.now() - start).toBeLessThan(500)
  expect(beacon.last.settings.properties).toEqual({ c: 2 })
  expect(warningsOf(context)).toHaveLength(2)
  for (const warning of warningsOf(context)) expect(warning.length).toBeLessThan(400)
})

it('sends at most 512 KB of an event', async () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`key${index}`, 'x'.repeat(10_000)]))
  await analytics.track('Order Completed', many)
  const { length } = JSON.stringify(beacon.last.settings.properties)
  expect(length).toBeGreaterThan(400_000)
  expect(length).toBeLessThan(530_000)
})
