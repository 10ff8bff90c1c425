import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core'
import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import type { WootricSettings } from '../../src/destinations/inmoment/wootric/types'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'

const root = join(__dirname, '../..')

const ANALYTICS = readFileSync(join(root, 'node_modules/@segment/analytics-next/dist/umd/standalone.js'), 'utf8')
const ANALYTICS_FOLDER = join(root, 'node_modules/@segment/analytics-next/dist/umd')
const BUNDLE = readFileSync(join(root, 'dist/web/inmoment.js'), 'utf8')

export const SITE_URL = 'https://shop.example/'

/** The essential parts of Segment's snippet: it queues calls, and loads analytics.js. */
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

/** The script of a fake beacon. It records each command with a copy of \`wootricSettings\`. */
export const BEACON_SCRIPT = `
  window.beaconCalls ??= []
  window.wootric = (command) => {
    beaconCalls.push({ command, settings: JSON.parse(JSON.stringify(window.wootricSettings)) })
  }`

/** Runs in the page: blocks cookies and storage. */
export function blockStorage(): void {
  const blocked = {
    get: () => {
      throw new DOMException('denied', 'SecurityError')
    }
  }
  Object.defineProperty(window, 'localStorage', blocked)
  Object.defineProperty(window, 'sessionStorage', blocked)
  Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined })
}

/** Responds to a request with a script. */
export function serveScript(body: string): (route: Route) => Promise<void> {
  return (route) => route.fulfill({ contentType: 'text/javascript', body })
}

/** A beacon whose script does not arrive until `respond` is called. */
export function createDelayedBeacon(): { beacon: (route: Route) => Promise<void>; respond: () => void } {
  let respond = (): void => undefined
  const response = new Promise<void>((resolve) => (respond = resolve))
  return { beacon: (route) => response.then(() => serveScript(BEACON_SCRIPT)(route)), respond: () => respond() }
}

export interface BeaconCall {
  command: string
  settings: WootricSettings
}

export interface SiteOptions {
  html?: string
  settings?: Record<string, unknown>
  /** Whether Segment's settings contain the destination. Default: `true`. */
  isInSegment?: boolean
  /** The consent categories that Segment's settings have for the destination, and all categories of the source. */
  categories?: { destination: string[]; source: string[] }
  /** Headers of the page, such as a content security policy. */
  headers?: Record<string, string>
  /** Runs in each page before any other script. */
  initScript?: () => void
  /** Prepares the page before it opens the site. */
  prepare?: (page: Page) => Promise<void>
  /** Further destinations of the source, each with its script. */
  destinations?: { name: string; libraryName: string; script: string }[]
  /** Responds to the request for the beacon's script. */
  beacon?: (route: Route) => Promise<void>
}

/** A page of a site that uses Segment, in a real browser. The test responds to all requests. */
export interface Site {
  page: Page
  context: BrowserContext
  /** Console messages and uncaught errors of the page. */
  problems: string[]
  /** The bodies of the requests to Segment. */
  segmentRequests: Record<string, unknown>[]
  /** The URLs of all requests of the site's pages. */
  requests: string[]
  getBeaconCalls: () => Promise<BeaconCall[]>
  close: () => Promise<void>
}

/** Opens the site with the built bundle, which analytics.js loads as Segment's settings define it. */
export async function openSite(browser: Browser, options: SiteOptions = {}): Promise<Site> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const site: Site = {
    page,
    context,
    problems: [],
    segmentRequests: [],
    requests: [],
    getBeaconCalls: () => getBeaconCalls(page),
    close: () => context.close()
  }
  context.on('request', (request) => site.requests.push(request.url()))
  page.on('console', (message) => site.problems.push(`console.${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => site.problems.push(`uncaught: ${error.message}`))

  if (options.initScript) await context.addInitScript(options.initScript)
  await context.route('**/*', (route) => route.abort())
  await context.route('https://cdn.segment.com/**', (route) => serveSegment(route, options))
  await context.route('https://api.segment.io/**', (route) => {
    site.segmentRequests.push(route.request().postDataJSON() as Record<string, unknown>)
    return route.fulfill({ json: { success: true } })
  })
  await context.route(BEACON_URL, options.beacon ?? serveScript(BEACON_SCRIPT))
  const html = options.html ?? `<!doctype html><title>Shop</title><script>${SNIPPET}</script>`
  await context.route(SITE_URL, (route) =>
    route.fulfill({ headers: { 'content-type': 'text/html', ...options.headers }, body: html })
  )
  await options.prepare?.(page)
  await page.goto(SITE_URL)
  return site
}

/** The commands that the beacon received on a page or in a frame of the site. */
export function getBeaconCalls(page: Page | Frame): Promise<BeaconCall[]> {
  return page.evaluate(() => (window as { beaconCalls?: BeaconCall[] }).beaconCalls ?? [])
}

/** Waits until analytics.js accepts events on the page. */
export async function waitForAnalytics(page: Page | Frame): Promise<void> {
  // A function, because a content security policy may not allow the page to evaluate text.
  await page.waitForFunction(() => (window as { analytics?: { initialized?: boolean } }).analytics?.initialized)
}

async function serveSegment(route: Route, options: SiteOptions): Promise<void> {
  const { pathname } = new URL(route.request().url())
  if (pathname.endsWith('/analytics.min.js')) return serveScript(ANALYTICS)(route)
  if (pathname.endsWith('/settings')) return route.fulfill({ json: createSegmentSettings(options) })
  if (pathname.endsWith('/inmoment.js')) return serveScript(BUNDLE)(route)
  const destination = options.destinations?.find(({ libraryName }) => pathname.endsWith(`/${libraryName}.js`))
  if (destination) return serveScript(destination.script)(route)
  // Other chunks of analytics.js, such as its middleware.
  return route.fulfill({ path: join(ANALYTICS_FOLDER, pathname.split('/').at(-1) ?? '') })
}

const ACTIONS_FOLDER = 'https://cdn.segment.com/next-integrations/actions'

/** The settings of a source with this destination and its presets, as Segment's CDN serves them. */
function createSegmentSettings(options: SiteOptions): object {
  const { settings, isInSegment = true, categories, destinations = [] } = options
  const inmoment = {
    name: 'InMoment (Actions)',
    creationName: 'InMoment (Actions)',
    libraryName: 'inmomentDestination',
    url: `${ACTIONS_FOLDER}/inmoment/inmoment.js`,
    settings: { accountToken: ACCOUNT_TOKEN, subscriptions: presetSubscriptions(), ...settings }
  }
  return {
    integrations: {
      'Segment.io': { apiKey: 'write-key', addBundledMetadata: true },
      ...(categories && { 'InMoment (Actions)': { consentSettings: { categories: categories.destination } } })
    },
    ...(categories && { consentSettings: { allCategories: categories.source, hasUnmappedDestinations: false } }),
    remotePlugins: [
      ...(isInSegment ? [inmoment] : []),
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
