import { Device } from './support/device'
import type { App, StartOptions } from './support/device'
import { createFilter } from './support/plugins'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

const ANN = { email: 'ann@example.com', plan: 'pro' }

/** Starts an app with a client that is ready. */
async function startReady(device: Device, options?: StartOptions): Promise<App> {
  const app = device.start(options)
  await pass(50)
  return app
}

/** The email and properties of a survey that is requested now. */
async function getNextSurvey({ plugin, sdk }: App): Promise<Record<string, unknown>> {
  expect(await finish(plugin.showSurvey())).toBe(true)
  const { email, properties } = sdk.surveys[sdk.surveys.length - 1] ?? {}
  return { email, ...properties }
}

/** A device on which the app has run before, until it had stored everything. */
async function createUsedDevice(run: (app: App) => Promise<unknown>, options?: StartOptions): Promise<Device> {
  const device = new Device()
  const app = await startReady(device, options)
  await run(app)
  await pass(2_000)
  return device
}

describe('a restored user', () => {
  it('has the values of the last identify', async () => {
    const traits = { ...ANN, createdAt: new Date('2026-01-15') as never, renewed: new Date('2026-02-01') as never }
    const device = await createUsedDevice(({ client }) => client.identify('ann', traits))
    const { plugin, sdk } = device.start()
    await finish(plugin.showSurvey())
    expect(sdk.surveys).toMatchObject([
      { email: 'ann@example.com', createdAt: 1768435200, properties: { plan: 'pro', renewed_date: '1769904000' } }
    ])
  })

  it('is passed to the bridge when the app starts', async () => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    const { sdk } = await startReady(device)
    expect(sdk.settings).toMatchObject({ email: 'ann@example.com' })
    expect(sdk.surveys).toEqual([])
  })

  it('can be a visitor', async () => {
    const device = await createUsedDevice(({ client }) => client.identify(undefined, ANN))
    expect(await getNextSurvey(device.start())).toEqual(ANN)
  })

  it('has the ID of the last alias', async () => {
    const device = await createUsedDevice(async ({ client }) => {
      await client.identify('ann', ANN)
      await client.alias('ann-2')
    })
    expect(await getNextSurvey(device.start())).toEqual(ANN)
  })

  it('stays until reset', async () => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    const second = await startReady(device)
    await second.client.reset()
    await pass(2_000)
    expect([...device.stored.values()].join()).not.toContain('ann@example.com')
    expect(await getNextSurvey(device.start())).toEqual({ email: undefined })
  })

  it('stays over several starts', async () => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    await startReady(device)
    await pass(2_000)
    expect(await getNextSurvey(device.start())).toEqual(ANN)
  })

  it('is not restored for another user, whose events were filtered', async () => {
    const plugins = [createFilter(({ userId }) => userId === 'bob')]
    const device = await createUsedDevice(
      async ({ client }) => {
        await client.identify('ann', ANN)
        await client.identify('bob', { email: 'bob@example.com' })
      },
      { plugins }
    )
    expect(await getNextSurvey(device.start())).toEqual({ email: undefined })
  })

  it('is not restored without restoreUser', async () => {
    const options = { restoreUser: false }
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN), { options })
    expect([...device.stored].filter(([key]) => key.includes('inmoment')).join()).not.toContain('ann@example.com')
    expect(await getNextSurvey(device.start())).toEqual({ email: undefined })
  })

  it('is not restored if a version without restoreUser follows one with it', async () => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    expect(await getNextSurvey(device.start({ options: { restoreUser: false } }))).toEqual({ email: undefined })
    await pass(2_000)
    expect([...device.stored].filter(([key]) => key.includes('inmoment')).join()).not.toContain('ann@example.com')
  })

  it('is removed from the device when the user changes', async () => {
    const device = await createUsedDevice(async ({ client }) => {
      await client.identify('ann', ANN)
      await client.identify('bob', { email: 'bob@example.com', plan: 'free' })
    })
    expect([...device.stored.values()].join()).not.toContain('ann@example.com')
    expect(await getNextSurvey(device.start())).toEqual({ email: 'bob@example.com', plan: 'free' })
  })

  it('is another one if the app identifies one before the client is ready', async () => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    const app = device.start()
    void app.client.identify('bob', { email: 'bob@example.com' })
    expect(await getNextSurvey(app)).toEqual({ email: 'bob@example.com' })
  })

  it('is nobody if the client has restored a user, but the newest person was a visitor', async () => {
    const device = new Device()
    const config = { storePersistorSaveDelay: 1_000 }
    const { client } = await startReady(device, { config })
    await client.identify('ann', ANN)
    await pass(2_000)
    await client.reset(false)
    await client.identify(undefined, { email: 'visitor@example.com' })
    const restarted = await startReady(device, { config })
    expect(restarted.client.userInfo.get().userId).toBe('ann')
    expect(await getNextSurvey(restarted)).toEqual({ email: undefined })
  })

  it('is nobody after a reset before the client is ready', async () => {
    const device = await createUsedDevice(({ client }) => client.identify(undefined, ANN))
    const app = device.start({ readyDelay: 200 })
    await pass(100)
    void app.client.reset(false)
    expect(await getNextSurvey(app)).toEqual({ email: undefined })
  })

  it.each([null, 1, 'text', []])('is nobody if the stored traits are %j', async (traits) => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    for (const [key, text] of device.stored) {
      const record = JSON.parse(text) as { profile: object }
      if (key.includes('inmoment')) {
        device.stored.set(key, JSON.stringify({ profile: { ...record.profile, userId: 'ann', traits } }))
      }
    }
    expect(await getNextSurvey(device.start())).toEqual({ email: undefined })
  })

  it.each([null, 1, 'text', [], {}, { profile: 1 }, { profile: { traits: 1 } }, { inherited: { names: 1 } }])(
    'is nobody if the store contains %j',
    async (record) => {
      const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
      for (const key of device.stored.keys()) {
        if (key.includes('inmoment')) device.stored.set(key, JSON.stringify(record))
      }
      const app = device.start()
      expect(await getNextSurvey(app)).toEqual({ email: undefined })
      await app.client.identify('ann', { seats: 3 })
      expect(await getNextSurvey(app)).toEqual({ ...ANN, seats: '3' })
    }
  )

  it.each(['rejects', 'throws', 'never answers'])('is nobody if the persistor %s', async (fault) => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    const app = device.start()
    const { storePersistor } = app.client.getConfig()
    const get = storePersistor?.get as <Value>(key: string) => Promise<Value>
    Object.assign(storePersistor ?? {}, {
      get: (key: string) => {
        if (!key.includes('inmoment')) return get(key)
        if (fault === 'throws') throw new Error('Storage')
        return fault === 'rejects' ? Promise.reject(new Error('Storage')) : new Promise(() => undefined)
      },
      set: () => {
        if (fault === 'throws') throw new Error('Storage')
        return fault === 'rejects' ? Promise.reject(new Error('Storage')) : new Promise(() => undefined)
      }
    })
    // The client's own stores write to the console.
    jest.spyOn(console, 'warn').mockReturnValue()
    await pass(50)
    expect(await getNextSurvey(app)).toEqual({ email: undefined })
    await app.client.identify('ann', { seats: 3 })
    expect(await getNextSurvey(app)).toEqual({ ...ANN, seats: '3' })
    jest.mocked(console.warn).mockClear()
  })
})

describe('inherited traits', () => {
  it.each([undefined, { restoreUser: false }])('stay excluded after a restart (%j)', async (options) => {
    const device = await createUsedDevice(
      async ({ client }) => {
        await client.identify('ann', ANN)
        await client.identify('bob', { seats: 3 })
      },
      { options }
    )
    const second = await startReady(device, { options })
    await second.client.identify('bob', { seats: 4 })
    expect(await getNextSurvey(second)).toEqual({ email: undefined, seats: '4' })
    await second.client.identify('bob', { plan: 'free' })
    await pass(2_000)
    const third = await startReady(device, { options })
    await third.client.identify('bob', {})
    expect(await getNextSurvey(third)).toEqual({ email: undefined, seats: '4', plan: 'free' })
  })

  it('stay excluded if the user changes after a restart', async () => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    const second = await startReady(device)
    await second.client.identify('bob', {})
    expect(await getNextSurvey(second)).toEqual({ email: undefined })
  })

  it.each(['bob', 'ann'])('stay excluded if %s is identified while the device answers slowly', async (userId) => {
    const device = await createUsedDevice(async ({ client }) => {
      await client.identify('zoe', { email: 'zoe@example.com' })
      await client.identify('ann', { plan: 'pro' })
    })
    const app = await startReady(device, { loadDelay: 500 })
    void app.client.identify(userId, { seats: 3 })
    expect(await getNextSurvey(app)).toEqual({ email: undefined, seats: '3', ...(userId === 'ann' && { plan: 'pro' }) })
  })

  it('stay excluded if the user was never known to the plugin', async () => {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN), {
      plugins: [createFilter(() => true)]
    })
    const app = device.start()
    void app.client.identify('bob', {})
    expect(await getNextSurvey(app)).toEqual({ email: undefined })
  })

  it('stay excluded if the app ends before the client has stored the user', async () => {
    const device = new Device()
    const config = { storePersistorSaveDelay: 1_000 }
    const first = await startReady(device, { config })
    await first.client.identify('zoe', { email: 'zoe@example.com', plan: 'team' })
    await first.client.identify('ann', {})
    await pass(2_000)
    // Neither is stored by the client.
    await first.client.identify('ann', { email: 'ann@example.com' })
    await first.client.identify('bob', { plan: 'free' })
    await pass(100)
    const second = await startReady(device, { config })
    expect(second.client.userInfo.get()).toMatchObject({ userId: 'ann', traits: { email: 'zoe@example.com' } })
    await second.client.identify('ann', { seats: 3 })
    expect(await getNextSurvey(second)).toEqual({ email: undefined, seats: '3' })
  })
})

describe('events of an earlier start', () => {
  it('that the client had kept set the user', async () => {
    const device = new Device()
    void device.start().client.identify('ann', ANN)
    await pass(0)
    const stored = new Map(device.stored)
    const pending = JSON.stringify([{ type: 'identify', userId: 'ann', traits: ANN, messageId: 'm1', timestamp: 'x' }])
    for (const key of stored.keys()) if (key.includes('pendingEvents')) device.stored.set(key, pending)
    expect(await getNextSurvey(device.start())).toEqual(ANN)
  })

  async function getSurveysOfKeptEvent(age: number): Promise<unknown[]> {
    const device = await createUsedDevice(({ client }) => client.identify('ann', ANN))
    const timestamp = new Date(Date.now() - age).toISOString()
    const kept = [{ type: 'track', event: 'Asked', properties: {}, messageId: 'm1', timestamp, integrations: {} }]
    for (const key of device.stored.keys()) {
      if (key.includes('pendingEvents')) device.stored.set(key, JSON.stringify(kept))
    }
    const { sdk } = device.start({ options: { showSurveyOnTrack: true } })
    await pass(1_000)
    return sdk.surveys
  }

  it('request no survey if they are older than a minute', async () => {
    expect(await getSurveysOfKeptEvent(61_000)).toEqual([])
  })

  it('request no survey if the clock was set back meanwhile', async () => {
    expect(await getSurveysOfKeptEvent(-61_000)).toEqual([])
  })

  it('request a survey within a minute', async () => {
    expect(await getSurveysOfKeptEvent(50_000)).toMatchObject([{ email: 'ann@example.com', eventName: 'Asked' }])
  })
})
