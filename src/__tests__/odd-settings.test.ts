import { FakeBeacon } from '../../test/support/fake-beacon'
import { errorsOf, freshPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

/** An object as reactive stores create it: each read wraps the value again. */
function reactive<Value extends object>(value: Value): Value {
  return new Proxy(value, {
    get: (target, key): unknown => {
      const found: unknown = Reflect.get(target, key)
      return typeof found === 'object' && found !== null ? reactive(found) : found
    }
  })
}

describe('settings in a reactive store', () => {
  it('are changed in place', async () => {
    const held: NonNullable<typeof window.wootricSettings> = reactive({ product_name: 'Initech' })
    window.wootricSettings = held
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
    await analytics.page('Home')

    expect(window.wootricSettings).toBe(held)
    expect(held).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro' }, page_info: { name: 'Home' } })
    expect(beacon.commands).toEqual(['run', 'page'])
  })

  it('are not treated as the page’s own if they have values of an earlier event', async () => {
    window.wootricSettings = reactive({ product_name: 'Initech' })
    const analytics = await registerPlugins()
    await analytics.track('First', { coupon: 'SUMMER' })
    await analytics.track('Second', { total: 5 })
    expect(beacon.last.settings.properties).toEqual({ total: 5 })
  })
})

describe('settings that ignore changes', () => {
  it.each(['properties', 'email'])('are replaced if %s is ignored', async (key) => {
    window.wootricSettings = { product_name: 'Initech' }
    Object.defineProperty(window.wootricSettings, key, {
      get: () => (key === 'email' ? 'old@example.com' : { plan: 'old' }),
      set: () => undefined,
      enumerable: true,
      configurable: false
    })
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro', seats: 5 })
    expect(beacon.last.settings).toMatchObject({
      product_name: 'Initech',
      email: 'ann@example.com',
      properties: { plan: 'pro', seats: 5 }
    })
  })
})

describe('settings that the page locks while the user changes', () => {
  it('do not prevent stopping the survey, and the next user gets no value of the former one', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.group('initech', { industry: 'software' })
    Object.defineProperty(window, 'wootricSettings', {
      value: Object.freeze({ ...window.wootricSettings }),
      writable: false,
      configurable: true
    })
    analytics.reset()
    expect(beacon.stops).toBeGreaterThan(0)
    expect(errorsOf(await analytics.identify('bob', { email: 'bob@example.com' }))).toHaveLength(1)

    Object.defineProperty(window, 'wootricSettings', { value: { ...window.wootricSettings }, writable: true })
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ email: 'bob@example.com', segment_user_id: 'bob' })
    expect(JSON.stringify(beacon.last.settings)).not.toMatch(/ann|initech/)
  })
})

describe('an Object.prototype that the page has damaged', () => {
  // Keys that analytics.js itself does not use: it would fail before.
  const keys = ['segment_user_id', 'created_at']

  afterEach(() => {
    for (const key of keys) Reflect.deleteProperty(Object.prototype, key)
  })

  it.each([
    ['ignores values', { get: () => undefined, set: () => undefined }],
    ['has a read-only value', { value: 'stranger', writable: false }]
  ])('never causes a survey request with another user’s values if it %s', async (_, descriptor) => {
    window.wootricSettings = { segment_user_id: 'stranger', created_at: 1 }
    const analytics = await registerPlugins()
    for (const key of keys) Object.defineProperty(Object.prototype, key, { ...descriptor, configurable: true })
    await analytics.identify('ann', { createdAt: '2014-05-07' })
    await analytics.track('Signed Up')
    analytics.reset()
    await analytics.identify('ben', { createdAt: '2015-05-07' })

    const requested = beacon.calls.map(({ settings }) => [settings.segment_user_id, settings.created_at])
    expect(requested).toEqual([
      ['ann', 1399420800],
      ['ann', 1399420800],
      ['ben', 1430956800]
    ])
  })
})

it('loads the beacon if a consent manager has blocked the page’s own snippet', async () => {
  delete window.wootric
  document.head.innerHTML = '<script type="javascript/blocked" src="https://cdn.wootric.com/wootric-sdk.js"></script>'
  beacon.serve()
  const analytics = await registerPlugins()
  await analytics.track('Order Completed')
  expect(beacon.commands).toEqual(['run'])
})
