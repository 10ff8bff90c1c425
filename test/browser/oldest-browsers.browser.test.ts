import type { AnalyticsSnippet } from '@segment/analytics-next'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../tools/perf/chromium-launch'
import { createDeletionScript, findNewerFeatures } from '../support/newer-features'
import { openSite, SNIPPET, waitForAnalytics, type Site } from '../support/site'

declare const analytics: AnalyticsSnippet

let browser: Browser
let site: Site

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(() => site.close())

it('delivers events without the features that the oldest supported browsers lack', async () => {
  const html = `<!doctype html><title>Shop</title><script>${createDeletionScript()};${SNIPPET}</script>`
  site = await openSite(browser, { html })
  expect(await site.page.evaluate(findNewerFeatures)).toEqual([])
  await waitForAnalytics(site.page)
  await site.page.evaluate(async () => {
    await analytics.identify('ann', { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46Z', locale: 'en-US' })
    await analytics.track('Order Completed', { total: 12.5 })
  })
  expect((await site.getBeaconCalls()).at(-1)?.settings).toMatchObject({
    email: 'ann@example.com',
    created_at: 1533310126,
    event_name: 'Order Completed',
    properties: { total: 12.5 }
  })
  await site.page.reload()
  await waitForAnalytics(site.page)
  await site.page.waitForFunction(() => window.wootricSettings?.email === 'ann@example.com')
  await site.page.evaluate(() => analytics.reset())
  expect(await site.page.evaluate(() => window.wootricSettings?.email)).toBeUndefined()
  expect(site.problems).toEqual([])
})
