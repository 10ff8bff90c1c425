import { VERSION } from '../../src/destinations/inmoment/version'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { AnalyticsSnippet } from '@segment/analytics-next'
import { launchChromium } from '../support/chromium-launch'
import { analyticsReady, BEACON, BEACON_URL, openSite, serveScript, type Site, type SiteOptions } from '../support/site'

declare const analytics: AnalyticsSnippet

let browser: Browser
let site: Site

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(() => site.close())

async function visit(options?: SiteOptions): Promise<void> {
  site = await openSite(browser, options)
}

/** Makes the events on the page, and resolves once they are delivered. */
async function deliver(events: () => Promise<unknown>): Promise<void> {
  await analyticsReady(site.page)
  await site.page.evaluate(events)
}

it('delivers calls made before anything has loaded, with the presets that Segment sends', async () => {
  await visit({
    beacon: async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      await serveScript(BEACON)(route)
    }
  })
  await site.page.evaluate(() => {
    void analytics.identify('ann', { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z' })
    void analytics.page('Home')
    void analytics.group('initech', { industry: 'software' })
    void analytics.track('Order Completed', { total: 12.5 })
  })
  await site.page.waitForFunction('window.beaconCalls?.length === 4')

  const calls = await site.beaconCalls()
  expect(calls.map(({ command }) => command)).toEqual(['run', 'page', 'group', 'run'])
  expect(calls.at(-1)?.settings).toMatchObject({
    account_token: 'NPS-4aeb53c1',
    version: VERSION,
    segment_user_id: 'ann',
    email: 'ann@example.com',
    created_at: 1533310126,
    event_name: 'Order Completed',
    properties: { total: 12.5 },
    page_info: { name: 'Home', path: '/', url: 'https://shop.example/', title: 'Shop' },
    group_info: { industry: 'software', id: 'initech' }
  })
  expect(site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
  expect(site.problems).toEqual([])

  const screenshots = join(__dirname, '../../screenshots')
  mkdirSync(screenshots, { recursive: true })
  await site.page.screenshot({ path: join(screenshots, 'bundle.png') })
})

it('delivers events that were made while the beacon was loading in their order', async () => {
  let answer = (): void => undefined
  const asked = new Promise<void>((resolve) => (answer = resolve))
  await visit({
    beacon: async (route) => {
      await asked
      await serveScript(BEACON)(route)
    }
  })
  await analyticsReady(site.page)
  const delivered = site.page.evaluate(() =>
    Promise.all([
      analytics.identify('ann', { email: 'ann@example.com' }),
      analytics.track('Order Completed'),
      analytics.identify('bob', { email: 'bob@example.com' }),
      analytics.track('Product Added')
    ]).then(() => undefined)
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  answer()
  await delivered

  expect((await site.beaconCalls()).map(({ settings }) => [settings.email, settings.event_name])).toEqual([
    ['ann@example.com', null],
    ['ann@example.com', 'Order Completed'],
    ['bob@example.com', null],
    ['bob@example.com', 'Product Added']
  ])
})

it('affects neither the page nor Segment if the beacon is blocked', async () => {
  await visit({ beacon: (route) => route.abort('blockedbyclient') })
  await deliver(() =>
    Promise.all([analytics.identify('ann'), analytics.track('Order Completed'), analytics.ready()]).then(
      () => undefined
    )
  )

  expect(site.segmentRequests.map(({ type }) => type)).toEqual(expect.arrayContaining(['identify', 'track']))
  // The browser itself logs each request that failed. There must be nothing else.
  expect(site.problems).toEqual(['console.error: Failed to load resource: net::ERR_BLOCKED_BY_CLIENT.Inspector'])
})

it('makes one request for itself and one for the beacon', async () => {
  await visit()
  await deliver(() => analytics.identify('ann').then(() => undefined))
  expect(site.requests.filter((url) => /inmoment|wootric/.test(url))).toEqual([
    'https://cdn.segment.com/next-integrations/actions/inmoment/inmoment.js',
    BEACON_URL
  ])
})
