import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core'
import type { WootricSettings } from '../../src/destinations/inmoment/wootric/types'
import { presetSubscriptions } from '../../src/preset-subscriptions'

const root = join(__dirname, '../..')

const ANALYTICS = readFileSync(join(root, 'node_modules/@segment/analytics-next/dist/umd/standalone.js'), 'utf8')
const ANALYTICS_FOLDER = join(root, 'node_modules/@segment/analytics-next/dist/umd')
const BUNDLE = readFileSync(join(root, 'dist/web/inmoment.js'), 'utf8')

export const SITE = 'https://shop.example/'
export const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'

/** Segment's snippet, cut down to what it does: it queues the calls until analytics.js is there, and fetches it. */
export const SNIPPET = `
  window.analytics = []
  for (const method of ['identify', 'track', 'page', 'group', 'reset', 'ready', 'on', 'register', 'addSourceMiddleware']) {
    analytics[method] = (...args) => { analytics.push([method, ...args]); return analytics }
  }
  analytics._writeKey = 'write-key'
  const script = document.createElement('script')
  script.async = true
  script.src = 'https://cdn.segment.com/analytics.js/v1/write-key/analytics.min.js'
  document.head.append(script)`

/** A beacon for real pages that keeps a log of its calls, and of what it could read in \`wootricSettings\` then. */
export const BEACON = `
  window.beaconCalls ??= []
  window.wootric = (command) => {
    beaconCalls.push({ command, settings: JSON.parse(JSON.stringify(window.wootricSettings)) })
  }`

/** In the page: all that keeps something is denied. */
export function blockStorage(): void {
  const denied = {
    get: () => {
      throw new DOMException('denied', 'SecurityError')
    }
  }
  Object.defineProperty(window, 'localStorage', denied)
  Object.defineProperty(window, 'sessionStorage', denied)
  Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined })
}

/** Answers a request with a script. */
export function serveScript(body: string): (route: Route) => Promise<void> {
  return (route) => route.fulfill({ contentType: 'text/javascript', body })
}

export interface BeaconCall {
  command: string
  settings: WootricSettings
}

export interface SiteOptions {
  html?: string
  settings?: Record<string, unknown>
  /** The consent categories that Segment's settings give the destination, and all those of the source. */
  categories?: { destination: string[]; source: string[] }
  /** Headers of the page, such as a content security policy. */
  headers?: Record<string, string>
  /** Runs on each page before anything else. */
  before?: () => void
  /** Readies the page, which is blank yet. */
  prepare?: (page: Page) => Promise<void>
  /** Further destinations of the source, each with its script. */
  destinations?: { name: string; libraryName: string; script: string }[]
  /** Answers the request for the beacon's script. */
  beacon?: (route: Route) => Promise<void>
}

/** A page of a site that uses Segment, in a real browser, with all of the network played by the test. */
export interface Site {
  page: Page
  context: BrowserContext
  /** All that a visitor's console, error tracker or network tab would show. */
  problems: string[]
  /** The bodies of the requests that Segment got. */
  segmentRequests: Record<string, unknown>[]
  /** The addresses of all requests of the site's pages. */
  requests: string[]
  beaconCalls: () => Promise<BeaconCall[]>
  close: () => Promise<void>
}

/** Opens the site with the built bundle, loaded as Segment's settings load it. */
export async function openSite(browser: Browser, options: SiteOptions = {}): Promise<Site> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const site: Site = {
    page,
    context,
    problems: [],
    segmentRequests: [],
    requests: [],
    beaconCalls: () => callsIn(page),
    close: () => context.close()
  }
  context.on('request', (request) => site.requests.push(request.url()))
  page.on('console', (message) => site.problems.push(`console.${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => site.problems.push(`uncaught: ${error.message}`))

  if (options.before) await context.addInitScript(options.before)
  await context.route('**/*', (route) => route.abort())
  await context.route('https://cdn.segment.com/**', (route) => answerSegment(route, options))
  await context.route('https://api.segment.io/**', (route) => {
    site.segmentRequests.push(route.request().postDataJSON() as Record<string, unknown>)
    return route.fulfill({ json: { success: true } })
  })
  await context.route(BEACON_URL, options.beacon ?? serveScript(BEACON))
  const html = options.html ?? `<!doctype html><title>Shop</title><script>${SNIPPET}</script>`
  await context.route(SITE, (route) =>
    route.fulfill({ headers: { 'content-type': 'text/html', ...options.headers }, body: html })
  )
  await options.prepare?.(page)
  await page.goto(SITE)
  return site
}

/** What the beacon was told on one page of the site, a second tab or a frame for instance. */
export function callsIn(page: Page | Frame): Promise<BeaconCall[]> {
  return page.evaluate(() => (window as { beaconCalls?: BeaconCall[] }).beaconCalls ?? [])
}

/** Resolves once analytics.js takes events on the page. */
export async function analyticsReady(page: Page | Frame): Promise<void> {
  // As a function: a content security policy may forbid the page to evaluate text.
  await page.waitForFunction(() => (window as { analytics?: { initialized?: boolean } }).analytics?.initialized)
}

async function answerSegment(route: Route, options: SiteOptions): Promise<void> {
  const { pathname } = new URL(route.request().url())
  if (pathname.endsWith('/analytics.min.js')) return serveScript(ANALYTICS)(route)
  if (pathname.endsWith('/settings')) return route.fulfill({ json: segmentSettings(options) })
  if (pathname.endsWith('/inmoment.js')) return serveScript(BUNDLE)(route)
  const destination = options.destinations?.find(({ libraryName }) => pathname.endsWith(`/${libraryName}.js`))
  if (destination) return serveScript(destination.script)(route)
  // The parts that analytics.js loads by itself, such as its middleware.
  return route.fulfill({ path: join(ANALYTICS_FOLDER, pathname.split('/').at(-1) ?? '') })
}

const ACTIONS_FOLDER = 'https://cdn.segment.com/next-integrations/actions'

/** The settings that Segment's CDN gives for a source with this destination, its presets switched on. */
function segmentSettings({ settings, categories, destinations = [] }: SiteOptions): object {
  return {
    integrations: {
      'Segment.io': { apiKey: 'write-key', addBundledMetadata: true },
      ...(categories && { 'InMoment (Actions)': { consentSettings: { categories: categories.destination } } })
    },
    ...(categories && { consentSettings: { allCategories: categories.source, hasUnmappedDestinations: false } }),
    remotePlugins: [
      {
        name: 'InMoment (Actions)',
        creationName: 'InMoment (Actions)',
        libraryName: 'inmomentDestination',
        url: `${ACTIONS_FOLDER}/inmoment/inmoment.js`,
        settings: { accountToken: 'NPS-4aeb53c1', subscriptions: presetSubscriptions(), ...settings }
      },
      ...destinations.map(({ name, libraryName }) => ({
        name,
        creationName: name,
        libraryName,
        url: `${ACTIONS_FOLDER}/${libraryName}.js`,
        settings: {}
      }))
    ]
  }
}
