import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AnalyticsSnippet } from '@segment/analytics-next'
import type { Browser } from 'playwright-core'
import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import { launchChromium } from '../../tools/perf/chromium-launch'
import { BASE_SETTINGS } from '../../src/destinations/inmoment/test-support/constants'
import { createDelayedBeacon, openSite, waitForAnalytics, type Site } from '../support/site'

declare const analytics: AnalyticsSnippet

let browser: Browser
let site: Site

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(() => site.close())

it('delivers calls made before anything has loaded, with the presets', async () => {
  const { beacon, respond } = createDelayedBeacon()
  site = await openSite(browser, { beacon })
  await site.page.evaluate(() => {
    void analytics.identify('ann', { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z' })
    void analytics.page('Home')
    void analytics.group('initech', { industry: 'software' })
    void analytics.track('Order Completed', { total: 12.5 })
  })
  await waitForAnalytics(site.page)
  respond()
  await site.page.waitForFunction('window.beaconCalls?.length === 4')

  const calls = await site.getBeaconCalls()
  expect(calls.map(({ command }) => command)).toEqual(['run', 'page', 'group', 'run'])
  expect(calls.at(-1)?.settings).toMatchObject({
    ...BASE_SETTINGS,
    segment_user_id: 'ann',
    email: 'ann@example.com',
    created_at: 1533310126,
    event_name: 'Order Completed',
    properties: { total: 12.5 },
    page_info: { name: 'Home', path: '/', url: 'https://shop.example/', title: 'Shop' },
    group_info: { industry: 'software', id: 'initech' }
  })
  expect(site.problems).toEqual([])

  const screenshots = join(__dirname, '../../screenshots')
  mkdirSync(screenshots, { recursive: true })
  await site.page.screenshot({ path: join(screenshots, 'bundle.png') })
})

it('sends one request for the bundle and one for the beacon', async () => {
  site = await openSite(browser)
  await waitForAnalytics(site.page)
  await site.page.evaluate(() => analytics.identify('ann').then(() => undefined))
  expect(site.requests.filter((url) => /inmoment|wootric/.test(url))).toEqual([
    'https://cdn.segment.com/next-integrations/actions/inmoment/inmoment.js',
    BEACON_URL
  ])
})
