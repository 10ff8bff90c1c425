import nock from 'nock'
import {
  AnalyticsBrowser,
  type Analytics,
  type AnalyticsBrowserSettings,
  type Context,
  type InitOptions,
  type Plugin
} from '@segment/analytics-next'
import { AnalyticsBrowser as OldestAnalyticsBrowser } from 'analytics-next-1.72.2'
import { leavePage } from './left-page'
import inmoment, { inmomentPlugins, presetSubscriptions, type Settings, type Subscription } from '../../src'

export const ACCOUNT_TOKEN = 'NPS-4aeb53c1'

/** The only key of the destination in `localStorage`. */
export const REMEMBERED = 'segment_actions_inmoment_user'

/** The oldest and the newest version of analytics.js that the destination supports. */
export const ANALYTICS_VERSIONS = [
  ['1.72.2', OldestAnalyticsBrowser as unknown as typeof AnalyticsBrowser],
  ['1.84.3', AnalyticsBrowser]
] as const

const NO_INTEGRATIONS = { 'Segment.io': { apiKey: 'write-key' } }

type SiteSettings = Settings & { subscriptions?: Subscription[] }

/** Brings the page back to the state of a first visit. */
export function freshPage(): void {
  localStorage.clear()
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0]}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/`
  }
  loadPage()
}

/** Loads the page again: what the browser stores stays, and everything in the page goes. */
export function loadPage(): void {
  leavePage()
  nock.cleanAll()
  nock.disableNetConnect()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
  delete window.wootric
  delete window.wootricSettings
  delete window.WootricSurvey
  delete window.wootric_survey_immediately
  delete window.wootric_no_surveyed_cookie
  for (const symbol of Object.getOwnPropertySymbols(window)) {
    if (symbol.description?.startsWith('segment.actions-inmoment')) Reflect.deleteProperty(window, symbol)
  }
}

/** What a test can choose about analytics.js. */
interface AnalyticsOptions {
  plugins?: Plugin[]
  options?: InitOptions
  version?: typeof AnalyticsBrowser
}

/** analytics.js without any destination, Segment's own included: a test examines our plugins alone. */
export async function loadAnalytics({ plugins = [], ...options }: AnalyticsOptions = {}): Promise<Analytics> {
  return load({ plugins, cdnSettings: { integrations: NO_INTEGRATIONS } }, options)
}

/** As a site that configures in code does it: the plugins are registered once analytics.js is there. */
export async function registerPlugins(
  settings: Partial<SiteSettings> = {},
  options: AnalyticsOptions = {}
): Promise<Analytics> {
  const analytics = await loadAnalytics(options)
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, ...settings }))
  return analytics
}

/** As Segment's settings and the npm package do it: the factory is matched to the remote plugin by its name. */
export async function loadWithFactory(
  settings: Partial<SiteSettings> = {},
  options: AnalyticsOptions = {}
): Promise<Analytics> {
  const values = { accountToken: ACCOUNT_TOKEN, subscriptions: presetSubscriptions(), ...settings }
  const remotePlugin = {
    name: 'InMoment (Actions)',
    creationName: 'InMoment (Actions)',
    libraryName: 'inmomentDestination',
    url: 'https://cdn.segment.com/next-integrations/actions/inmoment/1.js',
    settings: JSON.parse(JSON.stringify(values)) as Record<string, string>
  }
  const cdnSettings = { integrations: NO_INTEGRATIONS, remotePlugins: [remotePlugin] }
  return load({ plugins: [inmoment], cdnSettings }, options)
}

async function load(settings: CdnSettings, options: AnalyticsOptions): Promise<Analytics> {
  const [analytics] = await startAnalytics(settings, options)
  return analytics
}

type CdnSettings = Omit<AnalyticsBrowserSettings, 'writeKey'>

/** analytics.js that is still loading: it queues the calls. */
export function startAnalytics(
  settings: CdnSettings = { cdnSettings: { integrations: NO_INTEGRATIONS } },
  { options, version = AnalyticsBrowser }: AnalyticsOptions = {}
): AnalyticsBrowser {
  return version.load({ writeKey: 'write-key', ...settings }, { integrations: { 'Segment.io': false }, ...options })
}

/** What was logged as a warning while the event was delivered. */
export function warningsOf(context: Context): string[] {
  return context.logs().flatMap(({ level, message }) => (level === 'warn' ? [message] : []))
}

/** The messages of the errors that analytics.js recorded while the event was delivered. */
export function errorsOf(context: Context): string[] {
  return context.logs().flatMap(({ level, extras }) => {
    const error: unknown = (extras as { error?: unknown } | undefined)?.error
    return level === 'error' && error instanceof Error ? [error.message] : []
  })
}
