import type { Analytics } from '@segment/analytics-next'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openPage, registerPlugins } from '../../test/support/page'

const MOMENT = 1533310126

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  beacon = openPage()
  analytics = await registerPlugins()
})

describe('the names of traits', () => {
  it.each([
    [{ Email: 'ann@example.com', CreatedAt: MOMENT }],
    [{ Email: 'ann@example.com', Created_At: MOMENT }],
    [{ email: 'ann@example.com', Email: 'other@example.com', created_at: MOMENT, CreatedAt: 5 }],
    [{ email: null, Email: 'ann@example.com', createdAt: null, Created_At: MOMENT }]
  ])('are those of the classic integration, and the first with a value is used: %j', async (traits) => {
    await analytics.identify('ann', traits)
    expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com', created_at: MOMENT })
  })

  it('of an event do not change the user: its created_at is a property', async () => {
    await analytics.identify('ann', { createdAt: '2018-08-03T15:28:46Z' })
    await analytics.track('Order Completed', { created_at: '2018-08-04T00:00:00Z', Created_At: 'x', email: 'a@b.de' })
    expect(beacon.last.settings.created_at).toBe(MOMENT)
    expect(beacon.last.settings.properties).toEqual({ created_at_date: 1533340800, Created_At: 'x' })
  })
})

describe('positions in a list', () => {
  it.each([
    [[undefined, { sku: 'b' }], { list_1_sku: 'b' }],
    [[{ sku: 'a' }, NaN, { sku: 'c' }], { list_0_sku: 'a', list_2_sku: 'c' }],
    [[() => 1, 'text', { sku: 'c' }], { list_1: 'text', list_2_sku: 'c' }],
    [[{ items: [undefined, { sku: 'b' }] }], { list_0_items_1_sku: 'b' }]
  ])('stay when an item is missing or dropped (%#)', async (list, properties) => {
    await analytics.track('Order Completed', { list })
    expect(beacon.last.settings.properties).toEqual(properties)
  })
})
