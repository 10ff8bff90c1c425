import { createClient } from '@segment/analytics-react-native'
import type { Config, Plugin, SegmentClient } from '@segment/analytics-react-native'
import type { Persistor } from '@segment/sovran-react-native'
import { InMomentPlugin } from '../../../src/react-native'
import type { InMomentPluginOptions } from '../../../src/react-native'
import { FakeSdk } from './fake-sdk'

/** Segment's settings for the integration. */
export const SETTINGS = { accountToken: 'NPS-4aeb53c1', clientId: 'client-1' }

let writeKeys = 0

/** The log of a client. */
export interface FakeLogger {
  warnings: string[]
  infos: string[]
  errors: string[]
}

export interface StartOptions {
  /** The integrations in the answer of Segment's settings server, or an error. */
  integrations?: Record<string, unknown> | Error
  consentSettings?: object
  options?: Partial<InMomentPluginOptions<FakeSdk>>
  /** Plugins to add before this one. */
  plugins?: Plugin[]
  config?: Partial<Config>
  sdk?: FakeSdk
  /** How long Segment's settings take, in milliseconds. */
  readyDelay?: number
  /** How long the device takes to load what the plugin has stored, in milliseconds. */
  loadDelay?: number
}

export interface App extends FakeLogger {
  client: SegmentClient
  plugin: InMomentPlugin<FakeSdk>
  sdk: FakeSdk
}

/** Sets the answer of Segment's settings server. `client.fetchSettings()` reads it again. */
export function serveSettings(
  integrations: Record<string, unknown> | Error,
  consentSettings?: object,
  delay?: number
): void {
  // A real response uses timers.
  const response = { ok: true, status: 200, json: () => Promise.resolve({ integrations, consentSettings }) } as Response
  globalThis.fetch = async () => {
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay))
    if (integrations instanceof Error) throw integrations
    return response
  }
}

/** A device keeps what an app stores. Each start of the app has a new client and a new bridge. */
export class Device {
  readonly stored = new Map<string, string>()
  private readonly writeKey = `key-${(writeKeys += 1)}`
  private starts = 0

  /** Starts the app, and ends the earlier start, which stores nothing more. The client is not ready yet. */
  start({
    integrations = { Wootric: SETTINGS },
    consentSettings,
    options,
    plugins = [],
    config,
    sdk = new FakeSdk(),
    readyDelay,
    loadDelay
  }: StartOptions = {}): App {
    const log: FakeLogger = { warnings: [], infos: [], errors: [] }
    serveSettings(integrations, consentSettings, readyDelay)
    const client = createClient({
      writeKey: this.writeKey,
      storePersistor: this.createPersistor(loadDelay),
      storePersistorSaveDelay: 10,
      flushInterval: 0,
      flushAt: 0,
      autoAddSegmentDestination: false,
      logger: {
        info: (text) => log.infos.push(String(text)),
        warn: (text) => log.warnings.push(String(text)),
        error: (text) => log.errors.push(String(text)),
        enable: () => undefined,
        disable: () => undefined
      },
      ...config
    })
    for (const other of plugins) client.add({ plugin: other })
    const plugin = new InMomentPlugin<FakeSdk>({ sdk, ...options })
    client.add({ plugin })
    return { client, plugin, sdk, ...log }
  }

  private createPersistor(loadDelay?: number): Persistor {
    const start = (this.starts += 1)
    return {
      get: async <Value>(key: string) => {
        const text = this.stored.get(key)
        if (loadDelay && key.includes('inmoment')) await new Promise((resolve) => setTimeout(resolve, loadDelay))
        return text === undefined ? undefined : (JSON.parse(text) as Value)
      },
      set: (key, value) => {
        if (start === this.starts) this.stored.set(key, JSON.stringify(value))
        return Promise.resolve()
      }
    }
  }
}
