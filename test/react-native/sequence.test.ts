import { WaitingPlugin } from '@segment/analytics-react-native'
import type { Call } from './support/fake-sdk'
import { Device } from './support/device'
import type { App, StartOptions } from './support/device'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

const ANN = {
  email: 'ann@example.com',
  createdAt: '2023-11-14T22:13:20Z',
  language: 'de',
  plan: 'pro',
  id: 'e-1',
  phone: '+1 555 0100',
  product: 'Atlas',
  audience: 'a colleague'
}
const NAMES = { externalId: 'id', phoneNumber: 'phone', productName: 'product', audience: 'audience' }

/** The calls that configure the bridge and clear the person. */
const CLEAR: Call[] = [
  ['configureWithClientID', 'client-1', 'NPS-4aeb53c1'],
  ['setEndUserEmail', null],
  ['setEndUserExternalId', null],
  ['setEndUserPhoneNumber', null],
  ['setEndUserCreatedAt', -1],
  ['setEndUserProperties', {}],
  ['setCustomLanguage', null],
  ['setCustomProductName', null],
  ['setCustomAudience', null],
  ['setEventName', null]
]
const PERSON: Call[] = [
  ['setEndUserEmail', 'ann@example.com'],
  ['setEndUserExternalId', 'e-1'],
  ['setEndUserPhoneNumber', '+1 555 0100'],
  ['setEndUserCreatedAt', 1_700_000_000],
  ['setEndUserProperties', { plan: 'pro' }],
  ['setCustomLanguage', 'DE'],
  ['setCustomProductName', 'Atlas'],
  ['setCustomAudience', 'a colleague']
]

async function startReady(options?: StartOptions): Promise<App> {
  const app = new Device().start(options)
  await pass(50)
  app.sdk.calls.length = 0
  return app
}

async function getCalls({ sdk }: App, run: () => Promise<unknown>): Promise<Call[]> {
  const { length } = sdk.calls
  await finish(run())
  return sdk.calls.slice(length)
}

describe('a survey request', () => {
  it('is complete every time', async () => {
    const app = await startReady({ options: { ...NAMES, properties: ['plan'] } })
    await app.client.identify('ann', ANN)
    for (const name of ['Asked', undefined, 'Asked again']) {
      const calls = await getCalls(app, () => app.plugin.showSurvey(name))
      expect(calls).toEqual([...CLEAR, ...PERSON, ['setEventName', name ?? null], ['showSurvey']])
      await pass(1_000)
    }
  })

  it('leaves no event name for a survey that the app requests from the bridge itself', async () => {
    const app = await startReady()
    await finish(app.plugin.showSurvey('Asked'))
    await pass(1_000)
    app.sdk.showSurvey()
    expect(app.sdk.surveys.map(({ eventName }) => eventName)).toEqual(['Asked', undefined])
  })

  it('sends an empty client ID if there is none', async () => {
    const app = await startReady({ integrations: { Wootric: { accountToken: 'NPS-1' } } })
    await finish(app.plugin.showSurvey())
    expect(app.sdk.surveys).toEqual([{ clientId: '', accountToken: 'NPS-1', properties: {} }])
    expect(app.warnings).toEqual([])
    expect(app.infos.filter((text) => text.startsWith('InMoment'))).toEqual([expect.stringContaining('client ID')])
  })

  it('never sends the event name or the properties of an earlier one', async () => {
    const app = await startReady({ options: { showSurveyOnTrack: ['Asked'] } })
    await app.client.identify('ann', { email: 'ann@example.com', plan: 'pro', language: 'de' })
    await app.client.track('Asked', { size: 3, plan: 'trial', language: 'fr' })
    await pass(1_000)
    await finish(app.plugin.showSurvey())
    expect(app.sdk.surveys).toMatchObject([
      { eventName: 'Asked', language: 'FR', properties: { plan: 'trial', size: '3' } },
      { language: 'DE', properties: { plan: 'pro' } }
    ])
    expect(app.sdk.surveys[1]).not.toHaveProperty('eventName')
    expect(app.sdk.surveys[1]?.properties).toEqual({ plan: 'pro', language: 'de' })
  })

  it.each(['', null, {}, 'x'.repeat(3)])('accepts %j as the event name', async (name) => {
    const { plugin, sdk } = await startReady()
    expect(await finish(plugin.showSurvey(name as string))).toBe(true)
    expect(sdk.surveys[0]?.eventName).toBe(name === 'xxx' ? 'xxx' : undefined)
  })

  it('waits a quarter of a second after the one before', async () => {
    const { plugin, sdk } = await startReady()
    void plugin.showSurvey('First')
    void plugin.showSurvey('Second')
    void plugin.showSurvey('Third')
    await pass(240)
    expect(sdk.surveys).toMatchObject([{ eventName: 'First' }])
    await pass(20)
    expect(sdk.surveys).toMatchObject([{ eventName: 'First' }, { eventName: 'Second' }])
    await pass(250)
    expect(sdk.surveys).toHaveLength(3)
  })

  it('keeps the bridge unchanged for a quarter of a second, because Android reads it later', async () => {
    const { client, plugin, sdk } = await startReady()
    await client.identify('ann', ANN)
    await finish(plugin.showSurvey())
    const { length } = sdk.calls
    await client.reset()
    await pass(200)
    expect(sdk.calls).toHaveLength(length)
    await pass(100)
    expect(sdk.settings).toEqual({ properties: {} })
  })
})

describe('the events of showSurveyOnTrack', () => {
  const OWN = [
    'Application Installed',
    'Application Updated',
    'Application Opened',
    'Application Backgrounded',
    'Deep Link Opened',
    'Segment Consent Preference'
  ]

  async function getEventNames(showSurveyOnTrack: unknown, names: string[]): Promise<(string | undefined)[]> {
    const { client, sdk } = await startReady({ options: { showSurveyOnTrack: showSurveyOnTrack as boolean } })
    for (const name of names) await client.track(name)
    await pass(3_000)
    return sdk.surveys.map(({ eventName }) => eventName)
  }

  it('are those in a list', async () => {
    expect(await getEventNames(['Asked', 'Deep Link Opened'], ['Asked', 'Other', ...OWN])).toEqual([
      'Asked',
      'Deep Link Opened'
    ])
  })

  it('are all but those of the client itself with true', async () => {
    const { client, sdk } = new Device().start({
      options: { showSurveyOnTrack: true },
      config: { trackAppLifecycleEvents: true }
    })
    for (const name of ['Application Submitted', ...OWN]) void client.track(name)
    await pass(3_000)
    expect(sdk.surveys).toMatchObject([{ eventName: 'Application Submitted' }])
  })

  it.each([undefined, false, [], null, 'Asked', 1, {}])('are none with %j', async (value) => {
    expect(await getEventNames(value, ['Asked', ...OWN])).toEqual([])
  })

  it('are the only ones that request a survey', async () => {
    const { client, sdk } = await startReady({ options: { showSurveyOnTrack: true } })
    void client.identify('ann', ANN)
    void client.screen('Home')
    void client.group('acme', { name: 'Acme' })
    void client.alias('ann-2')
    void client.flush()
    await pass(3_000)
    void client.reset()
    await pass(1_000)
    expect(sdk.surveys).toEqual([])
  })
})

describe('the email of an event', () => {
  const track = async (identify: (app: App) => Promise<unknown>): Promise<string | undefined> => {
    const app = await startReady({ options: { showSurveyOnTrack: true } })
    await identify(app)
    await app.client.track('Asked', { email: 'event@example.com' })
    await pass(3_000)
    expect(app.sdk.surveys).toHaveLength(1)
    return app.sdk.surveys[0]?.email
  }

  it('is used for a visitor without an email', async () => {
    expect(await track(() => Promise.resolve())).toBe('event@example.com')
    expect(await track(({ client }) => client.identify(undefined, { plan: 'pro' }))).toBe('event@example.com')
  })

  it('is not used for a visitor with an email', async () => {
    expect(await track(({ client }) => client.identify(undefined, ANN))).toBe('ann@example.com')
  })

  it('is not used for a user', async () => {
    expect(await track(({ client }) => client.identify('ann', { plan: 'pro' }))).toBeUndefined()
  })

  it('is not used for a visitor who became a user by a filtered identify event', async () => {
    const email = await track(async ({ client, plugin }) => {
      await client.identify(undefined, { plan: 'pro' })
      plugin.identify = (event) => event
      await client.identify('ann', {})
    })
    expect(email).toBeUndefined()
  })
})

it('requests no survey after a minute, if the client is ready late and then paused', async () => {
  const { plugin, sdk } = new Device().start({ readyDelay: 50_000, plugins: [new WaitingPlugin()] })
  const isRequested = plugin.showSurvey()
  await pass(90_000)
  expect(await isRequested).toBe(false)
  expect(sdk.surveys).toEqual([])
})

describe('mayShow', () => {
  it('means no survey if it does not answer within a minute', async () => {
    const { plugin, sdk } = await startReady({ options: { mayShow: () => new Promise(() => undefined) } })
    const isRequested = plugin.showSurvey()
    await pass(61_000)
    expect(await isRequested).toBe(false)
    expect(sdk.surveys).toEqual([])
  })

  it.each([
    [() => true, true],
    [() => Promise.resolve(true), true],
    [() => undefined, true],
    [() => false, false],
    [() => Promise.resolve(false), false],
    [() => Promise.reject(new Error('secret')), false],
    [
      () => {
        throw new Error('secret')
      },
      false
    ],
    ['not a function', false]
  ])('%p decides', async (mayShow, isShown) => {
    const { plugin, sdk, warnings } = await startReady({ options: { mayShow: mayShow as () => boolean } })
    for (let count = 0; count < 2; count += 1) expect(await finish(plugin.showSurvey())).toBe(isShown)
    expect(sdk.surveys).toHaveLength(isShown ? 2 : 0)
    expect(warnings.join()).not.toContain('secret')
    expect(warnings.length).toBeLessThan(2)
  })

  it('is called once before each survey, also for events', async () => {
    const mayShow = jest.fn(() => true)
    const { client, plugin } = await startReady({ options: { mayShow, showSurveyOnTrack: ['Asked'] } })
    await client.track('Other')
    await client.track('Asked')
    await finish(plugin.showSurvey())
    await pass(1_000)
    expect(mayShow).toHaveBeenCalledTimes(2)
  })

  it('is not called if no survey can follow', async () => {
    const mayShow = jest.fn(() => true)
    const { client, plugin } = await startReady({ integrations: {}, options: { mayShow, showSurveyOnTrack: true } })
    await client.track('Asked')
    expect(await finish(plugin.showSurvey())).toBe(false)
    expect(mayShow).not.toHaveBeenCalled()
  })

  it('that never settles stops only its own request', async () => {
    const answers = [new Promise<boolean>(() => undefined)]
    const { client, plugin, sdk } = await startReady({ options: { mayShow: () => answers.shift() ?? true } })
    void plugin.showSurvey('First')
    await pass(10)
    await client.identify('ann', ANN)
    expect(await finish(plugin.showSurvey('Second'))).toBe(true)
    expect(sdk.surveys).toMatchObject([{ eventName: 'Second', email: 'ann@example.com' }])
  })

  it('can take time in which the user changes', async () => {
    let answer: (mayShow: boolean) => void = () => undefined
    const mayShow = () => new Promise<boolean>((resolve) => (answer = resolve))
    const { client, plugin, sdk } = await startReady({ options: { mayShow, showSurveyOnTrack: ['Asked'] } })
    await client.identify('ann', ANN)
    const isShown = plugin.showSurvey()
    await pass(100)
    await client.reset()
    void client.identify('bob', { email: 'bob@example.com' })
    answer(true)
    expect(await finish(isShown)).toBe(true)
    expect(sdk.surveys).toMatchObject([{ email: 'bob@example.com', properties: {} }])
  })

  it('shows no survey of an event if the user changes meanwhile', async () => {
    let answer: (mayShow: boolean) => void = () => undefined
    const mayShow = () => new Promise<boolean>((resolve) => (answer = resolve))
    const { client, sdk } = await startReady({ options: { mayShow, showSurveyOnTrack: ['Asked'] } })
    await client.identify('ann', ANN)
    await client.track('Asked')
    await pass(100)
    await client.reset()
    answer(true)
    await pass(1_000)
    expect(sdk.surveys).toEqual([])
  })

  it('shows no survey if it answers after more than a minute', async () => {
    const mayShow = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(true), 61_000))
    const { plugin, sdk } = await startReady({ options: { mayShow } })
    expect(await finish(plugin.showSurvey())).toBe(false)
    expect(sdk.surveys).toEqual([])
  })
})

describe('onConfigured', () => {
  it('sets options that Android forgets after each survey', async () => {
    const { client, plugin, sdk } = await startReady({ options: { onConfigured: (sdk) => sdk.showOptOut(true) } })
    await finish(plugin.showSurvey())
    await client.identify('ann', ANN)
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([{ showsOptOut: true }, { showsOptOut: true, email: 'ann@example.com' }])
  })

  it('is called after each configure, between clearing the person and setting them', async () => {
    const onConfigured = (sdk: App['sdk']) => {
      sdk.setCustomProductName('Default')
      sdk.setCustomLanguage('FR')
    }
    const { client, plugin, sdk } = await startReady({ options: { ...NAMES, onConfigured } })
    await finish(plugin.showSurvey())
    await client.identify('ann', ANN)
    await finish(plugin.showSurvey())
    await client.reset()
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([
      { productName: 'Default', language: 'FR' },
      { productName: 'Atlas', language: 'DE' },
      { productName: 'Default', language: 'FR' }
    ])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('secret')
      }
    ],
    ['rejects', () => Promise.reject(new Error('secret'))],
    ['is not a function', 1]
  ])('that %s stops nothing', async (_, onConfigured) => {
    const { client, plugin, sdk, warnings } = await startReady({
      options: { onConfigured: onConfigured as () => void }
    })
    await client.identify('ann', ANN)
    expect(await finish(plugin.showSurvey())).toBe(true)
    expect(sdk.surveys).toMatchObject([{ email: 'ann@example.com' }])
    expect(warnings).toEqual([expect.stringContaining('onConfigured')])
    expect(warnings.join()).not.toContain('secret')
  })
})
