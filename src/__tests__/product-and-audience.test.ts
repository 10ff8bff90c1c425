import type { Analytics } from '@segment/analytics-next'
import packageJson from '../../package.json'
import { destination } from '..'
import { VERSION } from '../destinations/inmoment/version'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openNextPage, openPage, registerPlugins } from '../../test/support/page'
import { changePresets, requestSurveyOn } from '../../test/support/subscriptions'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

const ofTraits = { productName: { '@path': '$.traits.product' }, audience: { '@path': '$.traits.audience' } }
const ofProperties = {
  productName: { '@path': '$.properties.product' },
  audience: { '@path': '$.properties.audience' }
}

/** The presets with both fields of Identify User and Track Event, and Request Survey on pages. */
function open(): Promise<Analytics> {
  const presets = changePresets({ identifyUser: ofTraits, trackEvent: ofProperties })
  return registerPlugins({ subscriptions: [...presets, requestSurveyOn('type = "page"', ofProperties)] })
}

function getSent(): unknown {
  const { product_name: product, wootric_recommend_target: audience } = beacon.last.settings
  return { product, audience }
}

const COFFEE = { product: 'Coffee', audience: 'a friend' }
const TEA = { product: 'Tea', audience: 'a colleague' }

describe('the product name and the audience', () => {
  it('have no default: nothing is sent unless the site maps them', async () => {
    for (const action of ['identifyUser', 'trackEvent', 'requestSurvey']) {
      const fields = destination.actions[action]?.fields
      expect(fields).toHaveProperty('productName')
      expect(fields).toHaveProperty('audience')
      expect(fields?.productName?.default).toBeUndefined()
      expect(fields?.audience?.default).toBeUndefined()
    }
    const analytics = await registerPlugins()
    await analytics.identify('ann', { product_name: 'Coffee', audience: 'a friend' })
    expect(getSent()).toEqual({})
  })

  it('of an event replace those of the user for its request only', async () => {
    const analytics = await open()
    await analytics.identify('ann', COFFEE)
    await analytics.track('First', TEA)
    expect(getSent()).toEqual(TEA)
    await analytics.track('Second')
    expect(getSent()).toEqual(COFFEE)
    await analytics.page('Pricing', TEA)
    expect(beacon.calls.some(({ settings }) => settings.event_name === null && settings.product_name === 'Tea')).toBe(
      true
    )
    await analytics.track('Third')
    expect(getSent()).toEqual(COFFEE)
  })

  it('of an event replace one of the two if it has only one', async () => {
    const analytics = await open()
    await analytics.identify('ann', COFFEE)
    await analytics.track('First', { product: 'Tea' })
    expect(getSent()).toEqual({ ...COFFEE, product: 'Tea' })
  })

  it('stay on an identify that does not mention them, and are cleared by one that has null', async () => {
    const analytics = await open()
    await analytics.identify('ann', COFFEE)
    await analytics.identify('ann', { plan: 'pro' })
    expect(getSent()).toEqual(COFFEE)
    await analytics.identify('ann', { product: null, audience: null })
    expect(getSent()).toEqual({})
  })

  it('are restored with the user on the next page', async () => {
    await (await open()).identify('ann', COFFEE)
    beacon = openNextPage()
    await (await open()).track('First')
    expect(getSent()).toEqual(COFFEE)
  })

  it('are cleared on a change of user, with or without reset', async () => {
    const analytics = await open()
    await analytics.identify('ann', COFFEE)
    await analytics.identify('bob')
    expect(getSent()).toEqual({})
    await analytics.identify('bob', TEA)
    analytics.reset()
    expect(window.wootricSettings).not.toHaveProperty('product_name')
    expect(window.wootricSettings).not.toHaveProperty('wootric_recommend_target')
  })
})

describe('the page’s own values', () => {
  it('stay on reset and on a change of user, even if Segment has values too', async () => {
    window.wootricSettings = { product_name: 'Initech', wootric_recommend_target: 'a partner' }
    const own = { product: 'Initech', audience: 'a partner' }
    const analytics = await open()
    await analytics.identify('ann')
    expect(getSent()).toEqual(own)
    await analytics.track('First', TEA)
    expect(getSent()).toEqual(TEA)
    await analytics.track('Second')
    expect(getSent()).toEqual(own)
    await analytics.identify('bob', COFFEE)
    expect(getSent()).toEqual(COFFEE)
    await analytics.identify('cid')
    expect(getSent()).toEqual(own)
    analytics.reset()
    await analytics.track('Third')
    expect(getSent()).toEqual(own)
  })

  it('are used if the page writes them after an event', async () => {
    const analytics = await open()
    await analytics.identify('ann')
    if (window.wootricSettings) window.wootricSettings.product_name = 'Initech'
    await analytics.track('First')
    await analytics.identify('bob')
    expect(getSent()).toEqual({ product: 'Initech' })
  })
})

describe('version', () => {
  it('is the version of the package', () => {
    expect(VERSION).toBe(`segment-actions-inmoment-${packageJson.version}`)
  })

  it('is set before the first request, and stays on reset', async () => {
    const analytics = await open()
    await analytics.track('First')
    expect(beacon.last.settings.version).toMatch(/^segment-actions-inmoment-\d+\.\d+\.\d+/)
    analytics.reset()
    expect(window.wootricSettings?.version).toBe(beacon.last.settings.version)
  })

  it('of the page stays if the page writes it late, or from an earlier integration', async () => {
    const analytics = await open()
    await analytics.identify('ann')
    if (window.wootricSettings) window.wootricSettings.version = 'wootric-segment-js-2.3.0'
    await analytics.track('First')
    expect(beacon.last.settings.version).toBe('wootric-segment-js-2.3.0')
    await analytics.identify('bob')
    expect(beacon.last.settings.version).toBe('wootric-segment-js-2.3.0')
  })
})
