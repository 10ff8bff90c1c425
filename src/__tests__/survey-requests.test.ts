import { destination, presetSubscriptions, type Subscription } from '..'
import { createDefaultMapping } from '../destinations/inmoment/fields'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, loadPage, registerPlugins, warningsOf } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  startBeacon()
})

function startBeacon(): void {
  beacon = new FakeBeacon()
  beacon.install()
}

/** As Segment's app adds a mapping of an action that has no preset, with changes by the site. */
function requestOn(subscribe: string, fields: object = {}): Subscription {
  const mapping = { ...createDefaultMapping(destination.actions.requestSurvey?.fields ?? {}), ...fields }
  return { name: 'Request Survey', enabled: true, partnerAction: 'requestSurvey', subscribe, mapping }
}

/** The presets, without track events or with changes of one of them. */
function presets(changes: object = {}, changed = 'identifyUser'): Subscription[] {
  return presetSubscriptions().map((preset) =>
    preset.partnerAction === changed ? { ...preset, mapping: { ...preset.mapping, ...changes } } : preset
  )
}

function presetsWithoutTrack(): Subscription[] {
  return presets().filter(({ partnerAction }) => partnerAction !== 'trackEvent')
}

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
      subscriptions: [...presetsWithoutTrack(), requestOn(defaultSubscription)]
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
    const analytics = await registerPlugins({ subscriptions: [...presets(), requestOn(onFeedback, fields)] })
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
    const everything = requestOn(onFeedback, { properties: { '@path': '$.properties' } })
    const analytics = await registerPlugins({ subscriptions: [...presetsWithoutTrack(), everything] })
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
    const analytics = await registerPlugins({ subscriptions: [...presets(), requestOn('type = "page"')] })
    await analytics.track('Order Completed', { total: 5 })
    expect(beacon.last.settings).toMatchObject({ event_name: 'Order Completed', properties: { total: 5 } })
    await analytics.page('Pricing')
    const requests = beacon.calls.filter(({ command }) => command === 'run')
    expect(requests.at(-1)?.settings).toMatchObject({ event_name: null })
    expect(requests.at(-1)?.settings).not.toHaveProperty('properties.total')
  })

  it('uses its language for this request only, and the user’s if it is not a language', async () => {
    const analytics = await registerPlugins({ subscriptions: [...presetsWithoutTrack(), requestOn(onFeedback)] })
    await analytics.identify('ann', { language: 'da-DK' })
    await analytics.track('Feedback Clicked', { language: 'pt-BR' })
    expect(beacon.last.settings.language).toBe('PT')
    const context = await analytics.track('Feedback Clicked', { language: 'python' })
    expect(beacon.last.settings.language).toBe('DA')
    expect(warningsOf(context)).toHaveLength(1)
  })

  it('adds type suffixes if they are turned on', async () => {
    const fields = { properties: { '@path': '$.properties' }, typedPropertyNames: true }
    const analytics = await registerPlugins({ subscriptions: [requestOn(onFeedback, fields)] })
    await analytics.track('Feedback Clicked', { seats: 5, tags: ['a', 'b'], plan: 'pro' })
    expect(beacon.last.settings.properties).toEqual({ seats_amount: 5, tags_array: 'a,b', plan: 'pro' })
  })

  it('works on single-page navigation, once for each page', async () => {
    const analytics = await registerPlugins({ subscriptions: [requestOn('type = "page"')] })
    for (const name of ['Home', 'Pricing', 'Docs']) await analytics.page(name)
    expect(beacon.commands).toEqual(['run', 'run', 'run'])
    for (const { settings } of beacon.calls) expect(settings.event_name).toBeNull()
  })
})

describe('Identify User with Request a Survey turned off', () => {
  it('requests nothing on any identify, and sends the newest values with the next track event', async () => {
    const analytics = await registerPlugins({ subscriptions: presets({ requestSurvey: false }) })
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
    const analytics = await registerPlugins({ subscriptions: presets({ requestSurvey: false }) })
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
    await analytics.identify('bob', { seats: 2 })
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'bob', properties: { seats: 2 } })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('remembers the user for the next page', async () => {
    const subscriptions = presets({ requestSurvey: false })
    await (await registerPlugins({ subscriptions })).identify('ann', { email: 'ann@example.com' })
    loadPage()
    startBeacon()
    const analytics = await registerPlugins({ subscriptions })
    expect(beacon.calls).toEqual([])
    await analytics.track('Order Completed')
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('is not the default: a mapping that was saved before the field existed requests a survey', async () => {
    const analytics = await registerPlugins({ subscriptions: presets({ requestSurvey: undefined }) })
    await analytics.identify('ann')
    expect(beacon.commands).toEqual(['run'])
    expect(destination.actions.identifyUser?.fields.requestSurvey?.default).toBe(true)
  })
})
