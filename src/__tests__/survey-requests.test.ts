import { destination, presetSubscriptions } from '..'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getWarnings, openNextPage, openPage, registerPlugins } from '../../test/support/page'
import { changePresets, requestSurveyOn, selectPresets } from '../../test/support/subscriptions'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

const withoutTrackEvent = selectPresets('identifyUser', 'trackPage', 'identifyGroup')

describe('Request Survey', () => {
  const onFeedback = 'type = "track" and event = "Feedback Clicked"'

  it('has Order Completed as its default trigger', () => {
    expect(destination.actions.requestSurvey?.defaultSubscription).toBe('type = "track" and event = "Order Completed"')
  })

  it('has no preset', () => {
    expect(presetSubscriptions().map(({ partnerAction }) => partnerAction)).not.toContain('requestSurvey')
  })

  it('requests a survey without an event name on its default trigger, and on no other event', async () => {
    const { defaultSubscription = '' } = destination.actions.requestSurvey ?? {}
    const analytics = await registerPlugins({
      subscriptions: [...withoutTrackEvent, requestSurveyOn(defaultSubscription)]
    })
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
    await analytics.track('Order Completed', { total: 12.5, language: 'DE', email: 'friend@example.com' })
    await analytics.track('Product Added')
    expect(beacon.commands).toEqual(['run', 'run'])
    expect(beacon.last.settings).toMatchObject({ event_name: null, email: 'ann@example.com', language: 'DE' })
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
  })

  it('merges its values over the user for this request only', async () => {
    const fields = { productName: 'Checkout', audience: 'a colleague', properties: { '@path': '$.properties' } }
    const analytics = await registerPlugins({
      subscriptions: [...presetSubscriptions(), requestSurveyOn(onFeedback, fields)]
    })
    await analytics.identify('ann', { plan: 'pro' })
    await analytics.track('Feedback Clicked', { total: 5 })
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

  it('never sends an email of the event, not even for a visitor', async () => {
    const everything = requestSurveyOn(onFeedback, { properties: { '@path': '$.properties' } })
    const analytics = await registerPlugins({ subscriptions: [...withoutTrackEvent, everything] })
    await analytics.track(
      'Feedback Clicked',
      { email: 'friend@example.com', page: 'home' },
      { context: { traits: { email: 'friend@example.com' } } }
    )
    expect(beacon.commands).toEqual(['run'])
    expect(beacon.last.settings.properties).toEqual({ page: 'home' })
    expect(JSON.stringify(beacon.last.settings)).not.toContain('friend@')
  })

  it('replaces the event name of an earlier request', async () => {
    const analytics = await registerPlugins({
      subscriptions: [...presetSubscriptions(), requestSurveyOn('type = "page"')]
    })
    await analytics.track('Order Completed', { total: 5 })
    expect(beacon.last.settings).toMatchObject({ event_name: 'Order Completed', properties: { total: 5 } })
    await analytics.page('Pricing')
    const requests = beacon.calls.filter(({ command }) => command === 'run')
    expect(requests.at(-1)?.settings).toMatchObject({ event_name: null })
    expect(requests.at(-1)?.settings).not.toHaveProperty('properties.total')
  })

  it('uses its language for this request only, and the user’s if it is not a language', async () => {
    const analytics = await registerPlugins({ subscriptions: [...withoutTrackEvent, requestSurveyOn(onFeedback)] })
    await analytics.identify('ann', { language: 'da-DK' })
    await analytics.track('Feedback Clicked', { language: 'pt-BR' })
    expect(beacon.last.settings.language).toBe('PT')
    const context = await analytics.track('Feedback Clicked', { language: 'python' })
    expect(beacon.last.settings.language).toBe('DA')
    expect(getWarnings(context)).toHaveLength(1)
  })

  it('adds type suffixes if they are turned on', async () => {
    const fields = { properties: { '@path': '$.properties' }, typedPropertyNames: true }
    const analytics = await registerPlugins({ subscriptions: [requestSurveyOn(onFeedback, fields)] })
    await analytics.track('Feedback Clicked', { seats: 5, tags: ['a', 'b'], plan: 'pro' })
    expect(beacon.last.settings.properties).toEqual({ seats_amount: 5, tags_array: 'a,b', plan: 'pro' })
  })

  it('works on single-page navigation, once for each page', async () => {
    const analytics = await registerPlugins({ subscriptions: [requestSurveyOn('type = "page"')] })
    for (const name of ['Home', 'Pricing', 'Docs']) await analytics.page(name)
    expect(beacon.commands).toEqual(['run', 'run', 'run'])
    for (const { settings } of beacon.calls) expect(settings.event_name).toBeNull()
  })
})

describe('Identify User with Request a Survey turned off', () => {
  it('requests nothing on any identify, and sends the newest values with the next track event', async () => {
    const analytics = await registerPlugins({
      subscriptions: changePresets({ identifyUser: { requestSurvey: false } })
    })
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'free', language: 'da' })
    await analytics.identify('ann', { plan: 'pro' })
    expect(beacon.calls).toEqual([])
    await analytics.track('Order Completed')
    expect(beacon.commands).toEqual(['run'])
    expect(beacon.last.settings).toMatchObject({
      email: 'ann@example.com',
      language: 'DA',
      properties: { plan: 'pro' },
      event_name: 'Order Completed'
    })
  })

  it('changes the user, and sends no value of the former user', async () => {
    const analytics = await registerPlugins({
      subscriptions: changePresets({ identifyUser: { requestSurvey: false } })
    })
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
    await analytics.identify('bob', { seats: 2 })
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'bob', properties: { seats: 2 } })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('remembers the user for the next page', async () => {
    const subscriptions = changePresets({ identifyUser: { requestSurvey: false } })
    await (await registerPlugins({ subscriptions })).identify('ann', { email: 'ann@example.com' })
    beacon = openNextPage()
    const analytics = await registerPlugins({ subscriptions })
    expect(beacon.calls).toEqual([])
    await analytics.track('Order Completed')
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('is not the default: a mapping that was saved before the field existed requests a survey', async () => {
    const analytics = await registerPlugins({
      subscriptions: changePresets({ identifyUser: { requestSurvey: undefined } })
    })
    await analytics.identify('ann')
    expect(beacon.commands).toEqual(['run'])
    expect(destination.actions.identifyUser?.fields.requestSurvey?.default).toBe(true)
  })
})
