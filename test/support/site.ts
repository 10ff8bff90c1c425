import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core'
import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import type { WootricSettings } from '../../src/destinations/inmoment/wootric/types'
import { getSegmentFile, type SegmentOptions } from './segment-cdn'

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

export interface SiteOptions extends SegmentOptions {
  html?: string
  /** Headers of the page, such as a content security policy. */
  headers?: Record<string, string>
  /** Runs in each page before any other script. */
  initScript?: () => void
  /** Prepares the page before it opens the site. */
  prepare?: (page: Page) => Promise<void>
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
  await context.route('https://cdn.segment.com/**', (route) =>
    route.fulfill(getSegmentFile(new URL(route.request().url()).pathname, options))
  )
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
