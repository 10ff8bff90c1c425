import nock from 'nock'
import {
  AnalyticsBrowser,
  type Analytics,
  type AnalyticsBrowserSettings,
  type Context,
  type Plugin
} from '@segment/analytics-next'
import inmoment, { inmomentPlugins, presetSubscriptions, type Settings, type Subscription } from '../..'

export const ACCOUNT_TOKEN = 'NPS-4aeb53c1'

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

/** Loads the page anew: what the browser stores stays, and all that was in the page goes. */
export function loadPage(): void {
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

/** analytics.js without any destination, Segment's own included: what a test looks at is our plugins alone. */
export async function loadAnalytics(plugins: Plugin[] = []): Promise<Analytics> {
  return load({ plugins, cdnSettings: { integrations: NO_INTEGRATIONS } })
}

/** As a site that configures in code does it: the plugins are registered once analytics.js is there. */
export async function registerPlugins(settings: Partial<SiteSettings> = {}): Promise<Analytics> {
  const analytics = await loadAnalytics()
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, ...settings }))
  return analytics
}

/** As Segment's settings and the npm package do it: the factory is matched to the remote plugin by its name. */
export async function loadWithFactory(settings: Partial<SiteSettings> = {}): Promise<Analytics> {
  return load({
    plugins: [inmoment],
    cdnSettings: {
      integrations: NO_INTEGRATIONS,
      remotePlugins: [
        {
          name: 'InMoment (Actions)',
          creationName: 'InMoment (Actions)',
          libraryName: 'inmomentDestination',
          url: 'https://cdn.segment.com/next-integrations/actions/inmoment/1.js',
          settings: JSON.parse(
            JSON.stringify({ accountToken: ACCOUNT_TOKEN, subscriptions: presetSubscriptions(), ...settings })
          ) as Record<string, string>
        }
      ]
    }
  })
}

async function load(settings: Omit<AnalyticsBrowserSettings, 'writeKey'>): Promise<Analytics> {
  const [analytics] = await AnalyticsBrowser.load(
    { writeKey: 'write-key', ...settings },
    { integrations: { 'Segment.io': false } }
  )
  return analytics
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
