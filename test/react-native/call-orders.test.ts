import { Device } from './support/device'
import type { App, StartOptions } from './support/device'
import { createDelay, createFilter, EnrichmentPlugin } from './support/plugins'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

const ANN = { email: 'ann@example.com', plan: 'pro' }
const BOB = { email: 'bob@example.com' }

/** Starts an app with a client that is ready. */
async function startReady(options?: StartOptions, device = new Device()): Promise<App> {
  const app = device.start(options)
  await pass(50)
  return app
}

function getEmails({ sdk }: App): (string | undefined)[] {
  return sdk.surveys.map(({ email }) => email)
}

describe.each([
  ['before the client is ready', (options?: StartOptions) => Promise.resolve(new Device().start(options))],
  ['when the client is ready', (options?: StartOptions) => startReady(options)]
])('%s', (_, start) => {
  it('shows the survey of the user identified just before', async () => {
    const app = await start()
    void app.client.identify('ann', ANN)
    expect(await finish(app.plugin.showSurvey())).toBe(true)
    expect(app.sdk.surveys).toEqual([
      expect.objectContaining({ email: 'ann@example.com', properties: { plan: 'pro' } })
    ])
  })

  it('shows the survey of the second user identified just before', async () => {
    const app = await start()
    void app.client.identify('ann', ANN)
    void app.client.identify('bob', BOB)
    await finish(app.plugin.showSurvey())
    expect(app.sdk.surveys).toEqual([expect.objectContaining({ email: 'bob@example.com', properties: {} })])
  })

  it('shows the survey of an event for the user identified just before', async () => {
    const app = await start({ options: { showSurveyOnTrack: ['Asked'] } })
    void app.client.identify('ann', ANN)
    void app.client.track('Asked', { size: 3 })
    await pass(1_500)
    expect(app.sdk.surveys).toEqual([
      expect.objectContaining({ email: 'ann@example.com', eventName: 'Asked', properties: { plan: 'pro', size: '3' } })
    ])
  })

  it('waits for a slow enrichment plugin', async () => {
    const app = await start({ plugins: [createDelay(600)], options: { showSurveyOnTrack: ['Asked'] } })
    void app.client.identify('ann', ANN)
    void app.client.identify('bob', BOB)
    void app.client.track('Asked')
    await pass(50)
    await finish(app.plugin.showSurvey('Shown'))
    await pass(2_000)
    expect(getEmails(app)).toEqual(['bob@example.com', 'bob@example.com'])
  })

  it('waits for several slow calls', async () => {
    const app = await start({ plugins: [createDelay(600)] })
    void app.client.identify('ann', ANN)
    void app.client.identify('bob', BOB)
    void app.client.identify('cem', { email: 'cem@example.com' })
    await finish(app.plugin.showSurvey())
    expect(getEmails(app)).toEqual(['cem@example.com'])
  })

  it('uses the traits of the newest identify if a plugin lets it overtake an older one', async () => {
    const delays = [500, 100]
    const app = await start({
      plugins: [
        new EnrichmentPlugin(async (event) => {
          const delay = 'traits' in event && event.userId === 'bob' ? delays.shift() : 0
          await new Promise((resolve) => setTimeout(resolve, delay))
          return event
        })
      ]
    })
    await finish(app.client.identify('ann', ANN))
    await pass(50)
    void app.client.identify('bob', {})
    void app.client.identify('bob', { plan: 'free' })
    await finish(app.plugin.showSurvey())
    expect(app.sdk.surveys).toEqual([expect.objectContaining({ properties: { plan: 'free' } })])
    expect(getEmails(app)).toEqual([undefined])
  })

  it.each([
    ['the same user was reset', (app: App) => app.client.reset(false)],
    ['another user was identified', (app: App) => app.client.identify('ann', { email: 'ann@example.com' })]
  ])('shows the user’s survey if an equal identify was filtered, and then %s', async (_, change) => {
    let isDropped = true
    const app = await startReady({ plugins: [createFilter(() => isDropped)] })
    await app.client.identify('bob', BOB)
    isDropped = false
    await change(app)
    await app.client.identify('bob', BOB)
    await finish(app.plugin.showSurvey())
    expect(getEmails(app)).toEqual(['bob@example.com'])
  })

  it('shows an anonymous survey if the identify event is filtered', async () => {
    const app = await start({ plugins: [createFilter(({ userId }) => userId === 'bob')] })
    void app.client.identify('ann', ANN)
    await pass(50)
    void app.client.identify('bob', BOB)
    await finish(app.plugin.showSurvey())
    expect(app.sdk.surveys).toEqual([{ clientId: 'client-1', accountToken: 'NPS-4aeb53c1', properties: {} }])
  })
})

it('never passes traits of an earlier user to the bridge, however many calls are on their way', async () => {
  const { client, sdk } = await startReady({ plugins: [createDelay(500)] })
  await finish(client.identify('ann', ANN))
  sdk.calls.length = 0
  for (let count = 0; count < 150; count += 1) void client.identify('bob', { count })
  await pass(1_000)
  expect(sdk.settings).toMatchObject({ properties: { count: '149' } })
  expect(JSON.stringify(sdk.calls)).not.toContain('ann@example.com')
})

it('waits one second for a filtered identify event', async () => {
  const { client, plugin, sdk } = await startReady({ plugins: [createFilter(() => true)] })
  void client.identify('ann', ANN)
  void plugin.showSurvey()
  await pass(950)
  expect(sdk.surveys).toEqual([])
  await pass(100)
  expect(sdk.surveys).toHaveLength(1)
  // Not again.
  await pass(200)
  void plugin.showSurvey()
  await pass(50)
  expect(sdk.surveys).toHaveLength(2)
})

it('waits for an identify event after another one was filtered', async () => {
  const { client, plugin, sdk } = await startReady({
    plugins: [createFilter(({ userId }) => userId === 'ann'), createDelay(600)]
  })
  void client.identify('ann', ANN)
  void plugin.showSurvey('First')
  await pass(900)
  void client.identify('bob', BOB)
  void plugin.showSurvey('Second')
  await pass(2_000)
  expect(sdk.surveys).toMatchObject([{ eventName: 'First' }, { eventName: 'Second', email: 'bob@example.com' }])
})

it('shows no survey of the user for an event that was made before a change of user', async () => {
  const { client, sdk } = await startReady({ plugins: [createDelay(100)], options: { showSurveyOnTrack: ['Asked'] } })
  await finish(client.identify('ann', ANN))
  void client.track('Asked')
  void client.identify('bob', BOB)
  await pass(3_000)
  expect(sdk.surveys).toEqual([])
})

it('shows the survey of an event of a visitor who became a user', async () => {
  const { client, sdk } = await startReady({ plugins: [createDelay(100)], options: { showSurveyOnTrack: ['Asked'] } })
  void client.track('Asked')
  void client.identify('bob', BOB)
  await pass(3_000)
  expect(sdk.surveys).toMatchObject([{ email: 'bob@example.com' }])
})

it('passes the user to the bridge immediately, for apps that call its own showSurvey', async () => {
  const { client, sdk } = await startReady()
  await client.identify('ann', ANN)
  expect(sdk.settings).toMatchObject({ email: 'ann@example.com' })
  expect(sdk.surveys).toEqual([])
})

it('clears the former user in the bridge before the identify event arrives', async () => {
  const { client, sdk } = await startReady({ plugins: [createDelay(500)] })
  await finish(client.identify('ann', ANN))
  void client.identify('bob', BOB)
  await pass(50)
  expect(sdk.settings).toEqual({ properties: {} })
  await pass(500)
  expect(sdk.settings).toEqual({ email: 'bob@example.com', properties: {} })
})

describe('alias', () => {
  it('keeps the person under the new ID', async () => {
    const { client, plugin, sdk } = await startReady()
    await client.identify('ann', ANN)
    await client.alias('ann-2')
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([{ email: 'ann@example.com', properties: { plan: 'pro' } }])
  })

  it('waits for the event', async () => {
    const { client, plugin, sdk } = await startReady({ plugins: [createDelay(300)] })
    await finish(client.identify('ann', ANN))
    void client.alias('ann-2')
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([{ email: 'ann@example.com' }])
  })

  it('keeps a visitor', async () => {
    const { client, plugin, sdk } = await startReady()
    await client.identify(undefined, ANN)
    void client.alias('ann')
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([{ email: 'ann@example.com' }])
  })

  it('that has arrived delays nothing', async () => {
    const { client, plugin, sdk } = await startReady()
    await client.identify('ann', ANN)
    await client.alias('ann-2')
    void plugin.showSurvey()
    await pass(10)
    expect(sdk.surveys).toHaveLength(1)
  })

  it('of an earlier user changes nothing if it arrives late', async () => {
    const slowAlias = new EnrichmentPlugin(async (event) => {
      if ('previousId' in event) await new Promise((resolve) => setTimeout(resolve, 500))
      return event
    })
    const { client, plugin, sdk } = await startReady({ plugins: [slowAlias] })
    await client.identify('ann', { plan: 'pro' })
    void client.alias('ann@example.com')
    await client.identify('bob', { seats: 3 })
    await pass(600)
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toEqual([expect.objectContaining({ properties: { seats: '3' } })])
    expect(sdk.surveys[0]).not.toHaveProperty('email')
  })

  it('keeps the events of the user', async () => {
    const options = { showSurveyOnTrack: ['Asked'] }
    const { client, sdk } = await startReady({ plugins: [createDelay(100)], options })
    await finish(client.identify('ann', ANN))
    void client.track('Asked')
    void client.alias('ann-2')
    await pass(1_000)
    expect(sdk.surveys).toMatchObject([{ email: 'ann@example.com', eventName: 'Asked' }])
  })

  it('to the same ID changes nothing', async () => {
    const { client, plugin, sdk } = await startReady()
    await client.identify('ann', ANN)
    await client.alias('ann')
    void plugin.showSurvey()
    await pass(40)
    expect(sdk.surveys).toMatchObject([{ email: 'ann@example.com' }])
  })

  it('keeps inherited traits inherited', async () => {
    const { client, plugin, sdk } = await startReady()
    await client.identify('ann', ANN)
    await client.identify('bob', {})
    await client.alias('bob-2')
    await client.identify('bob-2', { plan: 'free' })
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toEqual([expect.objectContaining({ properties: { plan: 'free' } })])
    expect(sdk.surveys[0]).not.toHaveProperty('email')
  })
})
