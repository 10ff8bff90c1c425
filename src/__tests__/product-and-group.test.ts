import type { Analytics } from '@segment/analytics-next'
import packageJson from '../../package.json'
import { presetSubscriptions } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

/** The presets with further fields of one action. */
function open(action: string, fields: object): Promise<Analytics> {
  const subscriptions = presetSubscriptions().map((subscription) =>
    subscription.partnerAction === action
      ? { ...subscription, mapping: { ...subscription.mapping, ...fields } }
      : subscription
  )
  return registerPlugins({ subscriptions })
}

describe('the product name and the audience', () => {
  const fields = { productName: { '@path': '$.traits.product' }, audience: { '@path': '$.traits.audience' } }

  it('are kept with the user, and cleared with the user', async () => {
    const analytics = await open('identifyUser', fields)
    await analytics.identify('ann', { product: 'Coffee', audience: 'a friend' })
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ product_name: 'Coffee', wootric_recommend_target: 'a friend' })
    analytics.reset()
    await analytics.identify('bob')
    expect(beacon.last.settings).not.toHaveProperty('product_name')
    expect(beacon.last.settings).not.toHaveProperty('wootric_recommend_target')
  })

  it('of the page are set again when those of the user are cleared', async () => {
    window.wootricSettings = { product_name: 'Initech' }
    const analytics = await open('identifyUser', fields)
    await analytics.identify('ann', { product: 'Coffee' })
    expect(beacon.last.settings.product_name).toBe('Coffee')
    analytics.reset()
    expect(window.wootricSettings.product_name).toBe('Initech')
    await analytics.identify('bob')
    await analytics.identify('cid')
    expect(beacon.last.settings.product_name).toBe('Initech')
  })

  it('of a track event count for its request only', async () => {
    const analytics = await open('trackEvent', { productName: { '@path': '$.properties.product' } })
    await analytics.track('First', { product: 'Tea' })
    expect(beacon.last.settings.product_name).toBe('Tea')
    await analytics.track('Second')
    expect(beacon.last.settings).not.toHaveProperty('product_name')
  })
})

describe('version', () => {
  it('names the destination with the version of the package', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann')
    expect(beacon.last.settings.version).toBe(`segment-actions-inmoment-${packageJson.version}`)
  })

  it('never replaces the value of the page', async () => {
    window.wootricSettings = { version: 'mine' }
    const analytics = await registerPlugins()
    await analytics.identify('ann')
    analytics.reset()
    await analytics.identify('bob')
    expect(beacon.last.settings.version).toBe('mine')
  })
})

describe('group traits as properties', () => {
  it('get the prefix group_, by the rules for properties, until the next group or a reset', async () => {
    const analytics = await open('identifyGroup', { addTraitsToProperties: true })
    await analytics.identify('ann', { plan: 'pro' })
    await analytics.group('initech', { name: 'Initech', since: '2018-08-03', address: { city: 'Austin' } })
    await analytics.track('First')
    expect(beacon.last.settings.properties).toEqual({
      plan: 'pro',
      group_id: 'initech',
      group_name: 'Initech',
      group_since_date: 1533254400,
      group_address_city: 'Austin'
    })
    await analytics.group('acme', { seats: 5 })
    await analytics.track('Second')
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro', group_id: 'acme', group_seats: 5 })
    analytics.reset()
    await analytics.identify('bob', { plan: 'free' })
    expect(beacon.last.settings.properties).toEqual({ plan: 'free' })
  })

  it('are not sent unless the field is turned on', async () => {
    const analytics = await registerPlugins()
    await analytics.group('initech', { name: 'Initech' })
    expect(beacon.last.settings).not.toHaveProperty('properties')
    await analytics.track('First')
    expect(beacon.last.settings.properties).toEqual({})
  })
})
