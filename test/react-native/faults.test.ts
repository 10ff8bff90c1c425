import { InMomentPlugin } from '../../src/react-native'
import type { InMomentPluginOptions, InMomentSdk } from '../../src/react-native'
import { Device, SETTINGS } from './support/device'
import type { App, StartOptions } from './support/device'
import { FakeSdk } from './support/fake-sdk'
import { OtherDestination } from './support/plugins'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

const SECRET = 'secret@example.com'
const ANN = { email: SECRET, plan: SECRET, createdAt: '2026-01-15', language: 'de' }

const METHODS: (keyof InMomentSdk)[] = [
  'configureWithClientID',
  'setEndUserEmail',
  'setEndUserExternalId',
  'setEndUserPhoneNumber',
  'setEndUserCreatedAt',
  'setEndUserProperties',
  'setCustomLanguage',
  'setCustomProductName',
  'setCustomAudience',
  'setEventName',
  'showSurvey'
]

interface FaultyApp extends App {
  other: OtherDestination
  /** The warnings of the plugin. */
  problems: string[]
}

/** Runs all calls of an app, and returns the app after them. */
async function runApp({ options, ...start }: StartOptions = {}): Promise<FaultyApp> {
  const other = new OtherDestination()
  const integrations = { Wootric: SETTINGS, Other: {} }
  const app = new Device().start({ integrations, options: { showSurveyOnTrack: true, ...options }, ...start })
  app.client.add({ plugin: other })
  await app.client.identify('ann', ANN)
  await pass(50)
  await app.client.identify('ann', { seats: 3 })
  await app.client.track('Asked', { size: SECRET })
  await pass(500)
  for (let count = 0; count < 2; count += 1) await finish(app.plugin.showSurvey())
  await app.client.alias('ann-2')
  await app.client.screen('Home')
  await app.client.group('acme')
  await app.client.flush()
  await app.client.reset()
  await pass(2_000)
  return { ...app, other, problems: app.warnings.filter((text) => text.startsWith('InMoment')) }
}

/** The other destination got everything, and the plugin logged problems once and without values. */
function expectNoHarm({ client, other, problems, errors, warnings, infos }: FaultyApp): void {
  expect(client.isReady.value).toBe(true)
  const events = ['identify', 'identify', 'track', 'alias', 'screen', 'group', 'flush', 'reset']
  expect(other.calls.filter((call) => call !== 'configure')).toEqual(events)
  expect(new Set(problems).size).toBe(problems.length)
  expect(errors).toEqual([])
  expect([...warnings, ...infos].join()).not.toContain('secret')
  expect(warnings.join()).not.toContain('failed to execute')
}

function throwSecret(): never {
  throw new Error(SECRET)
}

it('logs nothing if nothing is wrong', async () => {
  const app = await runApp()
  expectNoHarm(app)
  expect(app.problems).toEqual([])
  expect(app.sdk.surveys).toHaveLength(3)
})

describe('without a bridge', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['false', false],
    ['text', 'text'],
    ['a function that throws', throwSecret],
    ['a function that returns nothing', () => undefined],
    ['a function that returns text', () => 'text'],
    ['a function that returns a promise', () => Promise.resolve(new FakeSdk())],
    ['a function that returns a rejected promise', () => Promise.reject(new Error(SECRET))],
    ['a promise', Promise.resolve(new FakeSdk())]
  ])('(%s) nothing fails', async (_, sdk) => {
    const app = await runApp({ options: { sdk: sdk as FakeSdk } })
    expectNoHarm(app)
    expect(app.problems).toEqual([expect.stringMatching(/bridge is missing.*pod install.*development build/)])
    expect(await finish(app.plugin.showSurvey())).toBe(false)
  })

  it('calls the function once', async () => {
    const sdk = jest.fn(throwSecret)
    await runApp({ options: { sdk } })
    expect(sdk).toHaveBeenCalledTimes(1)
  })

  it('does not call the function before it is needed', async () => {
    const sdk = jest.fn(throwSecret)
    const { client } = new Device().start({ integrations: {}, options: { sdk } })
    await pass(1_000)
    await client.identify('ann', ANN)
    await pass(1_000)
    expect(sdk).not.toHaveBeenCalled()
  })
})

describe('a bridge', () => {
  it('can come from a function', async () => {
    const sdk = new FakeSdk()
    const app = await runApp({ options: { sdk: () => sdk } })
    expectNoHarm(app)
    expect(sdk.surveys).toHaveLength(3)
  })

  it('can have a method of any name, like a mock', async () => {
    const fake = new FakeSdk()
    const get = (_: unknown, name: string) => (name in fake ? fake[name as 'showSurvey'].bind(fake) : () => undefined)
    const app = await runApp({ options: { sdk: new Proxy({}, { get }) as FakeSdk } })
    expectNoHarm(app)
    expect(fake.surveys).toHaveLength(3)
  })

  describe.each(METHODS)('whose %s', (method) => {
    it.each<[string, unknown]>([
      ['throws', throwSecret],
      ['rejects', () => Promise.reject(new Error(SECRET))],
      ['is missing', undefined]
    ])('%s is called with all other methods', async (fault, replacement) => {
      const sdk = new FakeSdk()
      Object.assign(sdk, { [method]: replacement })
      const app = await runApp({ sdk })
      expectNoHarm(app)
      expect(app.problems).toEqual([expect.stringMatching(new RegExp(`method ${method} .*Update the bridge`))])
      const called = new Set(sdk.calls.map(([name]) => name))
      expect([...called].sort()).toEqual(METHODS.filter((name) => name !== method).sort())
      const isShown = method !== 'showSurvey' || fault === 'rejects'
      expect(await finish(app.plugin.showSurvey())).toBe(isShown)
    })
  })

  it('can throw for everything', async () => {
    const sdk: unknown = new Proxy({}, { get: throwSecret, has: throwSecret })
    const app = await runApp({ options: { sdk: () => sdk as FakeSdk } })
    expectNoHarm(app)
  })
})

describe('options', () => {
  it.each<[string, unknown]>([
    ['missing', undefined],
    ['null', null],
    ['text', 'text'],
    ['that cannot be read', new Proxy({}, { get: throwSecret, ownKeys: throwSecret })],
    ['without a bridge', {}]
  ])('%s stop nothing', async (_, options) => {
    const app = await runApp()
    const plugin = new InMomentPlugin(options as InMomentPluginOptions)
    app.client.add({ plugin })
    await app.client.identify('ann', ANN)
    await app.client.track('Asked')
    expect(await finish(plugin.showSurvey())).toBe(false)
    await app.client.reset()
    expect(app.errors).toEqual([])
    expect(app.warnings.join()).not.toContain('secret')
  })

  it.each([0, 1, 'text', '', [], [1, null, {}], {}, null, true, Symbol('text'), () => 'email', 5n].map((v) => [v]))(
    'of %p stop nothing',
    async (value) => {
      const names = ['accountToken', 'clientId', 'restoreUser', 'showSurveyOnTrack', 'mayShow', 'onConfigured']
      const values = ['properties', 'externalId', 'phoneNumber', 'productName', 'audience', 'typedPropertyNames']
      for (const name of [...names, ...values]) {
        const app = await runApp({ options: { [name]: value } })
        expectNoHarm(app)
        expect(app.sdk.calls.length).toBeGreaterThan(0)
      }
    }
  )

  it.each([0, {}, [], Symbol('text'), throwSecret, Object.create(null), { toString: throwSecret }].map((v) => [v]))(
    'with a key of %p stop nothing',
    async (key) => expectNoHarm(await runApp({ options: { key: key as string } }))
  )
})

describe('events', () => {
  const circular: Record<string, unknown> = { name: 'x' }
  circular.self = circular
  const VALUES: unknown[] = [
    NaN,
    Infinity,
    -0,
    5n,
    Symbol('text'),
    () => SECRET,
    circular,
    new Date(NaN),
    new Map([[SECRET, SECRET]]),
    Object.create(null),
    { toString: throwSecret, toJSON: throwSecret },
    [undefined, null, [circular]],
    '\ud800',
    'x'.repeat(600_000),
    new Proxy({}, { get: throwSecret, ownKeys: throwSecret }),
    JSON.parse('{"__proto__":{"email":1},"constructor":1,"toString":2}')
  ]
  const NAMES = ['email', 'createdAt', 'language', 'plan', 'id', '__proto__', 'toString', 'Ünï', '']

  it.each(VALUES.map((value, index) => [index, value]))('with the unusable value %i stop nothing', async (_, value) => {
    const options = { showSurveyOnTrack: true, externalId: 'id', phoneNumber: 'id', productName: 'id', audience: 'id' }
    const { client, plugin, sdk, warnings, errors } = new Device().start({ options })
    await pass(50)
    const traits = Object.fromEntries(NAMES.map((name) => [name, value]))
    // The client's own store reports what it cannot store.
    jest.spyOn(console, 'warn').mockReturnValue()
    jest.spyOn(console, 'log').mockReturnValue()
    for (const values of typeof value === 'string' ? [traits] : [traits, value]) {
      await client.identify('ann', values as never).catch(() => undefined)
      await client.track('Asked', values as never).catch(() => undefined)
      await pass(500)
      await finish(plugin.showSurvey(value as string))
    }
    await client.track(value as string).catch(() => undefined)
    await pass(500)
    expect(sdk.surveys.length).toBeGreaterThan(1)
    expect(errors).toEqual([])
    expect(warnings.join()).not.toMatch(/failed to execute|secret/)
    expect(new Set(warnings).size).toBe(warnings.length)
    await client.reset()
    await client.identify('bob', { email: 'bob@example.com' })
    await finish(plugin.showSurvey())
    expect(sdk.surveys[sdk.surveys.length - 1]).toMatchObject({ email: 'bob@example.com', properties: {} })
    jest.mocked(console.warn).mockClear()
    jest.mocked(console.log).mockClear()
  })

  it('with a property that cannot be read still request a survey', async () => {
    const { client, sdk, warnings } = new Device().start({ options: { showSurveyOnTrack: true } })
    const properties = {
      size: 3,
      get email(): string {
        return throwSecret()
      },
      get plan(): string {
        return throwSecret()
      }
    }
    void client.track('Asked', properties)
    await pass(500)
    expect(sdk.surveys).toMatchObject([{ eventName: 'Asked', properties: { size: '3' } }])
    expect(warnings.join('\n')).toMatch(/properties\.plan was dropped because it cannot be read/)
  })

  it('of any shape stop nothing', () => {
    const { plugin } = new Device().start()
    for (const event of [undefined, null, 1, 'text', {}, { type: 'identify' }, { traits: 1 }]) {
      for (const method of ['identify', 'track', 'alias', 'screen', 'group', 'update'] as const) {
        expect(() => plugin[method](event as never)).not.toThrow()
      }
    }
  })
})

describe('showSurvey', () => {
  it('resolves to false a minute after it was called if the client never becomes ready', async () => {
    const { client, plugin } = new Device().start()
    client.isReady.value = false
    jest
      .spyOn(client as unknown as { fetchSettings: () => Promise<void> }, 'fetchSettings')
      .mockReturnValue(new Promise(() => undefined))
    const onSettled = jest.fn()
    void plugin.showSurvey().then(onSettled)
    await pass(55_000)
    expect(onSettled).not.toHaveBeenCalled()
    await pass(10_000)
    expect(onSettled).toHaveBeenCalledWith(false)
  })

  it('resolves to false if the plugin was not added to a client', async () => {
    expect(await finish(new InMomentPlugin({ sdk: new FakeSdk() }).showSurvey())).toBe(false)
  })

  it('can be called without waiting for the plugin to be added', async () => {
    const sdk = new FakeSdk()
    const plugin = new InMomentPlugin({ sdk })
    const isShown = plugin.showSurvey()
    await pass(1_000)
    new Device().start().client.add({ plugin })
    expect(await finish(isShown)).toBe(true)
  })
})

it('stops nothing if the logger throws', async () => {
  const app = new Device().start({ integrations: {} })
  app.client.logger.warn = throwSecret
  await pass(50)
  await app.client.identify('ann', ANN)
  expect(await finish(app.plugin.showSurvey())).toBe(false)
})

it('lets the client store its user if a trait hides the others from JSON', async () => {
  const device = new Device()
  const { client } = device.start()
  await pass(50)
  await client.identify('ann', { email: SECRET, toJSON: (() => undefined) as never })
  await client.identify('bob', {})
  await pass(2_000)
  const stored = [...device.stored].find(([key]) => key.endsWith('userInfo'))
  expect(stored?.[1]).toContain('bob')
})

it('finds the bridge in a module that was required without its default export', async () => {
  const sdk = new FakeSdk()
  const { plugin, warnings } = new Device().start({ options: { sdk: () => ({ default: sdk }) as never } })
  await pass(50)
  await finish(plugin.showSurvey())
  expect(sdk.surveys).toHaveLength(1)
  expect(warnings).toEqual([])
})
