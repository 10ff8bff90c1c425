import { Device } from './support/device'
import type { App, StartOptions } from './support/device'
import { createFilter, EnrichmentPlugin } from './support/plugins'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

const ANN = { email: 'ann@example.com', plan: 'pro', seats: 3 }

async function startReady(options?: StartOptions): Promise<App> {
  const app = new Device().start(options)
  await pass(50)
  return app
}

/** The email and properties of a survey that is requested now. */
async function getNextSurvey({ plugin, sdk }: App): Promise<Record<string, unknown>> {
  expect(await finish(plugin.showSurvey())).toBe(true)
  const { email, properties } = sdk.surveys[sdk.surveys.length - 1] ?? {}
  return { email, ...properties }
}

describe('after a change of user without reset', () => {
  it('excludes the traits of the earlier user', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await app.client.identify('bob', { email: 'bob@example.com' })
    expect(await getNextSurvey(app)).toEqual({ email: 'bob@example.com' })
  })

  it('excludes them in later identifies too, until the app sets another value', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await app.client.identify('bob', {})
    await app.client.identify('bob', { seats: 4 })
    expect(await getNextSurvey(app)).toEqual({ email: undefined, seats: '4' })
    await app.client.identify('bob', { email: 'bob@example.com' })
    expect(await getNextSurvey(app)).toEqual({ email: 'bob@example.com', seats: '4' })
    await app.client.identify('bob', { plan: 'free' })
    await app.client.identify('bob', { plan: 'pro' })
    expect(await getNextSurvey(app)).toEqual({ email: 'bob@example.com', seats: '4', plan: 'pro' })
  })

  it('excludes those of all earlier users', async () => {
    const app = await startReady()
    await app.client.identify('ann', { email: 'ann@example.com' })
    await app.client.identify('bob', { plan: 'free' })
    await app.client.identify('cem', { seats: 5 })
    expect(await getNextSurvey(app)).toEqual({ email: undefined, seats: '5' })
  })

  it('excludes those of a user whose events were filtered', async () => {
    const app = await startReady({ plugins: [createFilter(({ userId }) => userId === 'ann')] })
    await app.client.identify('ann', ANN)
    await app.client.identify('bob', { seats: 4 })
    expect(await getNextSurvey(app)).toEqual({ email: undefined, seats: '4' })
  })

  it('excludes those that a plugin of the app has changed', async () => {
    const lowerCase = new EnrichmentPlugin((event) => {
      const { email } = 'traits' in event && event.traits ? event.traits : {}
      const traits = { email: String(email).toLowerCase(), tier: 'gold' }
      return Promise.resolve(email === undefined ? event : { ...event, traits })
    })
    const app = await startReady({ plugins: [lowerCase] })
    await app.client.identify('ann', { email: 'Ann@Example.com' })
    expect(await getNextSurvey(app)).toEqual({ email: 'ann@example.com', tier: 'gold' })
    await app.client.identify('bob', {})
    expect(await getNextSurvey(app)).toEqual({ email: undefined, tier: 'gold' })
  })

  it('excludes them if the user ID becomes empty', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await app.client.identify('', {})
    expect(await getNextSurvey(app)).toEqual({ email: undefined })
    await app.client.identify('bob', {})
    expect(await getNextSurvey(app)).toEqual({ email: undefined })
  })

  it('excludes dates, lists and objects that are equal', async () => {
    const app = await startReady()
    const traits = { tags: ['a'], address: { city: 'Bonn' }, since: new Date(0) as unknown as string }
    await app.client.identify('ann', traits)
    await app.client.identify('bob', {
      tags: ['a'],
      address: { city: 'Rome' },
      since: new Date(0) as unknown as string
    })
    expect(await getNextSurvey(app)).toEqual({ email: undefined, address_city: 'Rome' })
  })

  it('logs one warning that recommends reset, without values', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await app.client.identify('bob', {})
    await app.client.identify('cem', {})
    await pass(100)
    expect(app.warnings).toEqual([expect.stringMatching(/^InMoment: .*await analytics\.reset\(\)/)])
    expect(app.warnings[0]).not.toMatch(/ann|bob|cem|pro/)
  })
})

describe('a visitor who becomes a user', () => {
  it('keeps all traits', async () => {
    const app = await startReady()
    await app.client.identify(undefined, { plan: 'pro' })
    await app.client.identify('ann', { email: 'ann@example.com' })
    expect(await getNextSurvey(app)).toEqual({ email: 'ann@example.com', plan: 'pro' })
    expect(app.warnings).toEqual([])
  })
})

describe('reset', () => {
  it('that was awaited gives all traits to the next user, equal ones included', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await app.client.reset()
    await app.client.identify('bob', { ...ANN, email: 'bob@example.com' })
    expect(await getNextSurvey(app)).toEqual({ email: 'bob@example.com', plan: 'pro', seats: '3' })
    expect(app.warnings).toEqual([])
  })

  it('that was awaited and keeps the anonymous ID does the same', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await app.client.reset(false)
    expect(await getNextSurvey(app)).toEqual({ email: undefined })
    await app.client.identify('bob', { ...ANN, email: 'bob@example.com' })
    expect(await getNextSurvey(app)).toEqual({ email: 'bob@example.com', plan: 'pro', seats: '3' })
    expect(app.warnings).toEqual([])
  })

  it.each([true, false])('that was not awaited never shows values of the earlier user (%j)', async (isNewVisitor) => {
    const app = await startReady({ options: { showSurveyOnTrack: true } })
    await app.client.identify('ann', ANN)
    void app.client.reset(isNewVisitor)
    void app.client.identify('bob', { plan: 'free' })
    void app.client.track('Asked')
    await pass(2_000)
    const { email, ...properties } = await getNextSurvey(app)
    expect(email).toBeUndefined()
    expect(properties.seats).toBeUndefined()
    await app.client.identify('bob', { seats: 5 })
    expect(await getNextSurvey(app)).toEqual({ email: undefined, seats: '5' })
  })

  it('that was not awaited makes the survey anonymous', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    void app.client.reset()
    expect(await getNextSurvey(app)).toEqual({ email: undefined })
  })

  it('before readiness never shows values of the earlier user', async () => {
    const app = new Device().start()
    void app.client.identify('ann', ANN)
    void app.client.reset()
    void app.client.identify('bob', { plan: 'free' })
    expect(await getNextSurvey(app)).toEqual({ email: undefined, plan: 'free' })
    expect(app.warnings).toHaveLength(1)
  })

  it('clears the user in the bridge', async () => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await app.client.reset()
    expect(app.sdk.settings).toEqual({ properties: {} })
  })

  it.each([
    ['the client is disabled', (app: App) => app.client.enabled.set(false)],
    [
      'the destination is switched off',
      (app: App) => Promise.resolve(app.plugin.update({ integrations: { Wootric: false } }))
    ]
  ])('clears the user in the bridge if %s', async (_, disable) => {
    const app = await startReady()
    await app.client.identify('ann', ANN)
    await disable(app)
    await app.client.reset()
    expect(app.sdk.settings).toEqual({ properties: {} })
  })
})
