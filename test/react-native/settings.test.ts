import { ConsentPlugin } from '@segment/analytics-react-native'
import { Device, serveSettings, SETTINGS } from './support/device'
import type { App, StartOptions } from './support/device'
import { EnrichmentPlugin } from './support/plugins'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

const ANN = { email: 'ann@example.com', plan: 'pro' }
const OTHER = { accountToken: 'NPS-EU-12345678', clientId: 'client-2' }

async function startReady(options?: StartOptions, device = new Device()): Promise<App> {
  const app = device.start(options)
  await pass(50)
  return app
}

/** Changes the settings in Segment while the app runs. */
async function changeSettings({ client }: App, integrations: Record<string, unknown>): Promise<void> {
  serveSettings(integrations)
  await client.fetchSettings()
}

/** The account of a survey that is requested now, or `false`. */
async function getAccount({ plugin, sdk }: App): Promise<[accountToken?: string, clientId?: string] | false> {
  if (!(await finish(plugin.showSurvey()))) return false
  const { accountToken, clientId } = sdk.surveys[sdk.surveys.length - 1] ?? {}
  return [accountToken, clientId]
}

describe('the account', () => {
  it('is that of the settings', async () => {
    expect(await getAccount(await startReady())).toEqual(['NPS-4aeb53c1', 'client-1'])
  })

  it('is that of the options if there is one', async () => {
    const app = await startReady({ options: OTHER })
    expect(await getAccount(app)).toEqual(['NPS-EU-12345678', 'client-2'])
  })

  it('can have its parts in both places', async () => {
    const app = await startReady({ options: { clientId: 'client-2' } })
    expect(await getAccount(app)).toEqual(['NPS-4aeb53c1', 'client-2'])
  })

  it.each([
    ['the settings have no such integration', {}],
    ['the settings cannot be fetched', new Error('Offline')]
  ])('is that of the options if %s', async (_, integrations) => {
    const app = await startReady({ integrations, options: OTHER })
    await app.client.identify('ann', ANN)
    expect(await getAccount(app)).toEqual(['NPS-EU-12345678', 'client-2'])
    expect(app.sdk.surveys).toMatchObject([{ email: 'ann@example.com' }])
    expect(app.warnings.filter((text) => text.startsWith('InMoment'))).toEqual([])
  })

  it('is that of the default settings if the settings cannot be fetched', async () => {
    const config = { defaultSettings: { integrations: { Wootric: SETTINGS } } }
    const app = await startReady({ integrations: new Error('Offline'), config })
    expect(await getAccount(app)).toEqual(['NPS-4aeb53c1', 'client-1'])
  })

  it('is that of the named integration', async () => {
    const app = await startReady({ integrations: { InMoment: SETTINGS }, options: { key: 'InMoment' } })
    expect(await getAccount(app)).toEqual(['NPS-4aeb53c1', 'client-1'])
  })

  it('is trimmed', async () => {
    const app = await startReady({ integrations: { Wootric: { accountToken: ' NPS-1\n', clientId: ' c ' } } })
    expect(await getAccount(app)).toEqual(['NPS-1', 'c'])
  })

  it.each([{}, { accountToken: '' }, { accountToken: 5 }, { accountToken: {} }, true, null, 'text', 7, []])(
    'is missing with settings of %j, which is logged once',
    async (settings) => {
      const app = await startReady({ integrations: { Wootric: settings } })
      void app.client.identify('ann', ANN)
      expect(await getAccount(app)).toBe(false)
      await changeSettings(app, { Wootric: settings, Other: {} })
      expect(await getAccount(app)).toBe(false)
      expect(app.sdk.calls).toEqual([])
      expect(app.warnings).toEqual([expect.stringMatching(/account token.*Enter it in Segment/)])
    }
  )

  it('can come later', async () => {
    const app = await startReady({ integrations: {} })
    await app.client.identify('ann', ANN)
    await changeSettings(app, { Wootric: SETTINGS })
    await pass(0)
    expect(app.sdk.settings).toMatchObject({ email: 'ann@example.com' })
    expect(await getAccount(app)).toEqual(['NPS-4aeb53c1', 'client-1'])
  })

  it('keeps its first token until the app restarts', async () => {
    const device = new Device()
    const app = await startReady({}, device)
    await changeSettings(app, { Wootric: OTHER })
    expect(await getAccount(app)).toEqual(['NPS-4aeb53c1', 'client-1'])
    expect(app.warnings).toEqual([expect.stringContaining('after the app restarts')])
    expect(app.warnings[0]).not.toMatch(/NPS/)
    const restarted = await startReady({ integrations: { Wootric: OTHER } }, device)
    expect(await getAccount(restarted)).toEqual(['NPS-EU-12345678', 'client-2'])
  })

  it('can change its client ID', async () => {
    const app = await startReady()
    await changeSettings(app, { Wootric: { ...SETTINGS, clientId: 'client-3' } })
    expect(await getAccount(app)).toBeTruthy()
    expect(app.sdk.calls).toContainEqual(['configureWithClientID', 'client-3', 'NPS-4aeb53c1'])
    expect(app.warnings).toEqual([])
  })

  it('stays if the settings lose it', async () => {
    const app = await startReady()
    await changeSettings(app, {})
    expect(await getAccount(app)).toEqual(['NPS-4aeb53c1', 'client-1'])
  })

  it('of the options wins over the settings that an earlier version of the app gave', async () => {
    const device = new Device()
    const earlier = device.start({ integrations: {} })
    earlier.client.add({ plugin: earlier.plugin, settings: OTHER })
    await pass(2_000)
    const app = await startReady({ integrations: {}, options: { accountToken: 'NPS-new', clientId: 'new' } }, device)
    expect(app.client.settings.get()).toMatchObject({ Wootric: OTHER })
    expect(await getAccount(app)).toEqual(['NPS-new', 'new'])
    expect(app.warnings).toEqual([])
  })
})

describe('nothing is sent', () => {
  it('with settings of false', async () => {
    const app = await startReady({ integrations: { Wootric: false }, options: { ...OTHER, showSurveyOnTrack: true } })
    await app.client.identify('ann', ANN)
    await app.client.track('Asked')
    expect(await getAccount(app)).toBe(false)
    await pass(1_000)
    expect(app.sdk.calls).toEqual([])
    expect(app.warnings).toEqual([])
  })

  it('with settings of false, which need no account', async () => {
    const app = await startReady({ integrations: { Wootric: false } })
    expect(await getAccount(app)).toBe(false)
    expect(app.warnings).toEqual([])
  })

  it('while the settings are false', async () => {
    const app = await startReady({ options: { showSurveyOnTrack: true } })
    await app.client.identify('ann', ANN)
    await changeSettings(app, { Wootric: false })
    await app.client.identify('bob', { email: 'bob@example.com' })
    await app.client.track('Asked')
    expect(await getAccount(app)).toBe(false)
    expect(app.sdk.settings).toEqual({ properties: {} })
    await changeSettings(app, { Wootric: SETTINGS })
    expect(await getAccount(app)).toEqual(['NPS-4aeb53c1', 'client-1'])
    expect(app.sdk.surveys).toEqual([{ clientId: 'client-1', accountToken: 'NPS-4aeb53c1', properties: {} }])
  })

  it('for events whose integrations exclude it', async () => {
    const exclude = new EnrichmentPlugin((event) => Promise.resolve({ ...event, integrations: { Wootric: false } }))
    const app = await startReady({ plugins: [exclude], options: { showSurveyOnTrack: true } })
    await app.client.identify('ann', ANN)
    await app.client.track('Asked')
    await pass(2_000)
    expect(app.sdk.surveys).toEqual([])
    expect(await getAccount(app)).toBeTruthy()
    expect(app.sdk.surveys[0]).not.toHaveProperty('email')
  })

  it('while the client is disabled', async () => {
    const app = await startReady({ options: { showSurveyOnTrack: true } })
    await app.client.identify('ann', ANN)
    await app.client.enabled.set(false)
    await app.client.identify('bob', { email: 'bob@example.com' })
    await app.client.track('Asked')
    expect(await getAccount(app)).toBe(false)
    await app.client.enabled.set(true)
    expect(await getAccount(app)).toBeTruthy()
    expect(app.sdk.surveys).toMatchObject([{ email: 'ann@example.com' }])
  })
})

describe('with a ConsentPlugin', () => {
  const integrations = { Wootric: { ...SETTINGS, consentSettings: { categories: ['surveys'] } } }
  const consentSettings = { allCategories: ['surveys'], hasUnmappedDestinations: false }

  interface ConsentApp extends App {
    consent: ConsentPlugin
    change: (hasConsent: boolean) => void
  }

  async function startWithConsent(hasConsent: boolean, options?: StartOptions['options']): Promise<ConsentApp> {
    let preferences = { surveys: hasConsent }
    let notify: (preferences: Record<string, boolean>) => void = () => undefined
    const consent = new ConsentPlugin({
      setApplicableCategories: () => undefined,
      getConsentStatus: () => Promise.resolve(preferences),
      onConsentChange: (callback) => (notify = callback)
    })
    const app = await startReady({ plugins: [consent], integrations, consentSettings, options })
    const change = (surveys: boolean) => {
      preferences = { surveys }
      notify(preferences)
    }
    return { ...app, consent, change }
  }

  it('shows the survey of a user with consent', async () => {
    const { consent, client, plugin, sdk } = await startWithConsent(true)
    consent.start()
    void client.identify('ann', ANN)
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([{ email: 'ann@example.com', properties: { plan: 'pro' } }])
  })

  it('shows the survey of a user identified before consent was known', async () => {
    const { consent, client, plugin, sdk, warnings } = await startWithConsent(true, { showSurveyOnTrack: ['Asked'] })
    void client.identify('ann', ANN)
    void client.track('Asked')
    await pass(100)
    consent.start()
    await pass(2_000)
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([
      { email: 'ann@example.com', eventName: 'Asked' },
      { email: 'ann@example.com', properties: { plan: 'pro' } }
    ])
    expect(warnings).toEqual([])
  })

  it('never shows values of an earlier user if both were identified before consent was known', async () => {
    const { consent, client, plugin, sdk } = await startWithConsent(true)
    void client.identify('ann', ANN)
    void client.identify('bob', { seats: 3 })
    await pass(100)
    consent.start()
    await finish(plugin.showSurvey())
    await client.identify('bob', { seats: 4 })
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toHaveLength(2)
    expect(JSON.stringify(sdk.surveys)).not.toMatch(/ann@|"pro"/)
    expect(sdk.surveys[1]).toMatchObject({ properties: { seats: '4' } })
  })

  it('shows an anonymous survey without consent, and that of the user from the next identify with it', async () => {
    const { consent, change, client, plugin, sdk } = await startWithConsent(false)
    consent.start()
    void client.identify('ann', ANN)
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toEqual([{ clientId: 'client-1', accountToken: 'NPS-4aeb53c1', properties: {} }])
    change(true)
    await pass(100)
    void client.identify('ann', { seats: 3 })
    await finish(plugin.showSurvey())
    expect(sdk.surveys[1]).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro', seats: '3' } })
  })

  it('shows nothing of an earlier user if a change of user had no consent', async () => {
    const { consent, change, client, plugin, sdk } = await startWithConsent(true)
    consent.start()
    await client.identify('ann', ANN)
    change(false)
    await client.identify('bob', { seats: 3 })
    await finish(plugin.showSurvey())
    change(true)
    await client.identify('bob', { seats: 4 })
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toEqual([
      { clientId: 'client-1', accountToken: 'NPS-4aeb53c1', properties: {} },
      { clientId: 'client-1', accountToken: 'NPS-4aeb53c1', properties: { seats: '4' } }
    ])
  })

  it('shows no survey for a change of consent', async () => {
    const { consent, change, sdk } = await startWithConsent(true, { showSurveyOnTrack: true })
    consent.start()
    change(false)
    change(true)
    await pass(1_000)
    expect(sdk.surveys).toEqual([])
  })
})
