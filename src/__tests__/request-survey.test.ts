import type { Analytics } from '@segment/analytics-next'
import { destination, presetSubscriptions, type Subscription } from '..'
import { createDefaultMapping } from '../destinations/inmoment/fields'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

const { requestSurvey } = destination.actions

/** As Segment's app adds a mapping of an action that has no preset. */
const onDefaultTrigger: Subscription = {
  name: 'Request Survey',
  enabled: true,
  partnerAction: 'requestSurvey',
  subscribe: requestSurvey?.defaultSubscription ?? '',
  mapping: createDefaultMapping(requestSurvey?.fields ?? {})
}

let beacon: FakeBeacon
let analytics: Analytics

async function open(changes: Partial<Subscription>, presets = ['identifyUser']): Promise<void> {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  const others = presetSubscriptions().filter(({ partnerAction }) => presets.includes(partnerAction))
  analytics = await registerPlugins({ subscriptions: [...others, { ...onDefaultTrigger, ...changes }] })
}

it('has no preset', () => {
  expect(presetSubscriptions().map(({ partnerAction }) => partnerAction)).not.toContain('requestSurvey')
})

it('requests a survey without an event name on Order Completed, and on no other event', async () => {
  await open({})
  await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
  await analytics.track('Order Completed', { total: 12.5, language: 'DE', email: 'friend@example.com' })
  await analytics.track('Product Added')
  expect(beacon.calls).toHaveLength(2)
  expect(beacon.last.settings).toMatchObject({ event_name: null, email: 'ann@example.com', language: 'DE' })
  expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
})

it('merges its values over the user for this request only', async () => {
  const mapping = {
    productName: 'Checkout',
    audience: 'a colleague',
    properties: { '@path': '$.properties' }
  }
  await open({ mapping: { ...onDefaultTrigger.mapping, ...mapping } }, ['identifyUser', 'trackEvent'])
  await analytics.identify('ann', { plan: 'pro' })
  await analytics.track('Order Completed', { total: 5 })
  const request = beacon.calls.find(({ settings }) => settings.product_name === 'Checkout')
  expect(request?.settings).toMatchObject({
    event_name: null,
    wootric_recommend_target: 'a colleague',
    properties: { plan: 'pro', total: 5 }
  })
  await analytics.track('Second')
  expect(beacon.last.settings).not.toHaveProperty('product_name')
  expect(beacon.last.settings).not.toHaveProperty('wootric_recommend_target')
  expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
})

it('can be triggered by any event, such as a page', async () => {
  await open({ subscribe: 'type = "page"' })
  await analytics.page('Pricing')
  expect(beacon.commands).toEqual(['run'])
})

describe('Identify User with Request a Survey turned off', () => {
  it('updates the user and requests nothing', async () => {
    freshPage()
    beacon = new FakeBeacon()
    beacon.install()
    const subscriptions = presetSubscriptions().map((subscription) =>
      subscription.partnerAction === 'identifyUser'
        ? { ...subscription, mapping: { ...subscription.mapping, requestSurvey: false } }
        : subscription
    )
    analytics = await registerPlugins({ subscriptions })
    await analytics.identify('ann', { email: 'ann@example.com' })
    expect(beacon.calls).toEqual([])
    expect(window.wootricSettings).toMatchObject({ email: 'ann@example.com' })
    await analytics.track('Order Completed')
    expect(beacon.calls).toHaveLength(1)
    expect(beacon.last.settings).toMatchObject({ email: 'ann@example.com', event_name: 'Order Completed' })
  })
})
