import {
  AnalyticsBrowser,
  type Analytics,
  type AnalyticsBrowserSettings,
  type Context,
  type InitOptions,
  type Plugin
} from '@segment/analytics-next'
import { AnalyticsBrowser as OldestAnalyticsBrowser } from 'analytics-next-1.72.2'
import inmoment, { inmomentPlugins, presetSubscriptions, type Settings, type Subscription } from '../../src'
import { ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'
import { ServedBeacon } from './served-beacon'
import { reloadPage, resetPage } from '../../src/destinations/inmoment/test-support/reset-page'

export { getWarnings } from '../../src/destinations/inmoment/test-support/get-warnings'

/** The oldest and the newest version of analytics.js that the destination supports. */
export const ANALYTICS_VERSIONS = [
  ['1.72.2', OldestAnalyticsBrowser as unknown as typeof AnalyticsBrowser],
  ['1.84.3', AnalyticsBrowser]
] as const

const NO_INTEGRATIONS = { 'Segment.io': { apiKey: 'write-key' } }

type SiteSettings = Settings & { subscriptions?: Subscription[] }

/** Opens the page as on a first visit, with a beacon that is ready. */
export function openPage(): ServedBeacon {
  resetPage()
  return installBeacon()
}

/** Opens the next page of the visit, with a beacon that is ready. */
export function openNextPage(): ServedBeacon {
  reloadPage()
  return installBeacon()
}

function installBeacon(): ServedBeacon {
  const beacon = new ServedBeacon()
  beacon.install()
  return beacon
}

interface AnalyticsOptions {
  plugins?: Plugin[]
  options?: InitOptions
  version?: typeof AnalyticsBrowser
}

/** Loads analytics.js without any destination, including Segment's own. */
export async function loadAnalytics({ plugins = [], ...options }: AnalyticsOptions = {}): Promise<Analytics> {
  return load({ plugins, cdnSettings: { integrations: NO_INTEGRATIONS } }, options)
}

/** Loads analytics.js and registers the plugins, as a site does that is configured in code. */
export async function registerPlugins(
  settings: Partial<SiteSettings> = {},
  options: AnalyticsOptions = {}
): Promise<Analytics> {
  const analytics = await loadAnalytics(options)
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, ...settings }))
  return analytics
}

/** Loads analytics.js with Segment's settings, which refer to the destination's factory by its name. */
export async function loadWithFactory(
  settings: Partial<SiteSettings> = {},
  options: AnalyticsOptions = {}
): Promise<Analytics> {
  return load({ plugins: [inmoment], cdnSettings: createCdnSettings(settings) }, options)
}

export function createCdnSettings(settings: Partial<SiteSettings> = {}): AnalyticsBrowserSettings['cdnSettings'] {
  const values = { accountToken: ACCOUNT_TOKEN, subscriptions: presetSubscriptions(), ...settings }
  const remotePlugin = {
    name: 'InMoment (Actions)',
    creationName: 'InMoment (Actions)',
    libraryName: 'inmomentDestination',
    url: 'https://cdn.segment.com/next-integrations/actions/inmoment/1.js',
    settings: JSON.parse(JSON.stringify(values)) as Record<string, string>
  }
  return { integrations: NO_INTEGRATIONS, remotePlugins: [remotePlugin] }
}

type LoadSettings = Omit<AnalyticsBrowserSettings, 'writeKey'>

async function load(settings: LoadSettings, options: AnalyticsOptions): Promise<Analytics> {
  const [analytics] = await startAnalytics(settings, options)
  return analytics
}

/** Starts to load analytics.js. It queues calls until it has loaded. */
export function startAnalytics(
  settings: LoadSettings = { cdnSettings: { integrations: NO_INTEGRATIONS } },
  { options, version = AnalyticsBrowser }: AnalyticsOptions = {}
): AnalyticsBrowser {
  return version.load({ writeKey: 'write-key', ...settings }, { integrations: { 'Segment.io': false }, ...options })
}

/** The messages of the errors that were logged during the delivery of an event. */
export function getErrors(context: Context): string[] {
  return context.logs().flatMap(({ level, extras }) => {
    const error: unknown = (extras as { error?: unknown } | undefined)?.error
    return level === 'error' && error instanceof Error ? [error.message] : []
  })
}
