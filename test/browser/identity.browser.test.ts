import type { AnalyticsSnippet } from '@segment/analytics-next'
import type { Browser, Page } from 'playwright-core'
import { RECORD_KEY } from '../../src/destinations/inmoment/remembered-user'
import { launchChromium } from '../../tools/perf/chromium-launch'
import { BASE_SETTINGS } from '../../src/destinations/inmoment/test-support/constants'
import { getBeaconCalls, openSite, SITE_URL, waitForAnalytics, type Site } from '../support/site'

declare const analytics: AnalyticsSnippet

let browser: Browser
let site: Site

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(() => site.close())

/** Makes calls on a page when analytics.js is ready, and waits until they are delivered. */
async function call(page: Page, events: () => Promise<unknown>): Promise<void> {
  await waitForAnalytics(page)
  await page.evaluate(events)
}

function identifyAnn(): Promise<void> {
  return analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' }).then(() => undefined)
}

function track(): Promise<void> {
  return analytics.track('Order Completed').then(() => undefined)
}

function readSettings(page: Page): Promise<unknown> {
  return page.evaluate(() => ({ ...window.wootricSettings }))
}

function readRecord(page: Page): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), RECORD_KEY)
}

it.each([
  ['withheld from this destination', { 'InMoment (Actions)': false }],
  ['withheld from all destinations', { All: false }]
])('sends nothing of an identify %s, on this page and the next', async (_name, integrations) => {
  site = await openSite(browser)
  await waitForAnalytics(site.page)
  await site.page.evaluate(
    (integrations) =>
      analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' }, { integrations }).then(() => undefined),
    integrations
  )
  await call(site.page, track)
  const calls = await site.getBeaconCalls()
  await site.page.reload()
  await site.page.waitForFunction('window.wootric')
  expect(await readSettings(site.page)).toEqual(BASE_SETTINGS)
  await call(site.page, track)
  calls.push(...(await site.getBeaconCalls()))
  expect(calls.map(({ settings }) => settings.event_name)).toEqual(['Order Completed', 'Order Completed'])
  expect(JSON.stringify(calls)).not.toMatch(/ann@example|"pro"/)
  expect(await readRecord(site.page)).toBeNull()
})

it('restores the user on the next page before any event, and requests no survey for it', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  await site.page.reload()
  await waitForAnalytics(site.page)
  await site.page.waitForFunction('window.wootric')
  expect(await readSettings(site.page)).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro' } })
  expect(await site.getBeaconCalls()).toEqual([])

  await call(site.page, track)
  expect((await site.getBeaconCalls()).map(({ settings }) => [settings.email, settings.event_name])).toEqual([
    ['ann@example.com', 'Order Completed']
  ])
  expect(site.problems).toEqual([])
})

it('removes the stored user on reset, and sends none of the user’s values on this page or the next', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  expect(await readRecord(site.page)).toContain('ann@example.com')
  await site.page.evaluate(() => analytics.reset())
  expect(await readSettings(site.page)).toEqual(BASE_SETTINGS)
  expect(await readRecord(site.page)).toBeNull()
  await site.page.reload()
  await call(site.page, track)
  expect((await site.getBeaconCalls()).map(({ command }) => command)).toEqual(['run'])
  expect(JSON.stringify(await site.getBeaconCalls())).not.toMatch(/"ann|"pro"/)
})

it('requests no survey for an event from before a reset, even if a later page delivers it', async () => {
  site = await openSite(browser, { beacon: () => new Promise(() => undefined) })
  await waitForAnalytics(site.page)
  await site.page.evaluate(() => {
    void analytics.identify('ann', { email: 'ann@example.com' })
    void analytics.track('Order Completed')
    analytics.reset()
  })
  await site.page.reload()
  await site.page.evaluate(() => {
    window.wootric = (command) => {
      const page = window as { beaconCalls?: object[] }
      page.beaconCalls = [...(page.beaconCalls ?? []), { command, settings: { ...window.wootricSettings } }]
    }
  })
  await call(site.page, () => analytics.track('Product Added').then(() => undefined))
  const calls = await site.getBeaconCalls()
  expect(calls.map(({ settings }) => settings.event_name)).toEqual(['Product Added'])
  expect(JSON.stringify(calls)).not.toContain('ann')
})

it('uses the values of a user who was identified in another tab, and never mixes the two users', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  const tab = await site.context.newPage()
  await tab.goto(SITE_URL)
  await call(tab, () => analytics.identify('bob', { email: 'bob@example.com', role: 'owner' }).then(() => undefined))
  await call(site.page, track)

  const [first, second] = await site.getBeaconCalls()
  expect(first?.settings).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro' } })
  expect(second?.settings).toMatchObject({ email: 'bob@example.com', segment_user_id: 'bob' })
  expect(second?.settings.properties).toEqual({ role: 'owner' })
  expect((await getBeaconCalls(tab)).map(({ settings }) => settings.email)).toEqual(['bob@example.com'])
})

it('sends the user ID that Segment receives after a reset in another tab', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  const tab = await site.context.newPage()
  await tab.goto(SITE_URL)
  await waitForAnalytics(tab)
  await tab.evaluate(() => analytics.reset())
  await call(site.page, track)

  const { settings } = (await site.getBeaconCalls()).at(-1) ?? {}
  const sent = site.segmentRequests.find(({ event }) => event === 'Order Completed')
  // analytics.js has the user in the first tab's memory, and stores the user again.
  expect(settings?.event_name).toBe('Order Completed')
  expect(settings?.segment_user_id).toBe(sent?.userId ?? undefined)
})

it('tracks survey activity in Segment, and requests no survey for it', async () => {
  site = await openSite(browser, { settings: { surveyEvents: 'scoresAndText' } })
  await call(site.page, identifyAnn)
  await site.page.evaluate(() => {
    window.wootricSettings?.callbacks?.after_show?.()
    window.wootricSettings?.callbacks?.after_response?.(9, 'Good coffee')
  })
  const getSurveyEvents = () => site.segmentRequests.filter(({ type }) => type === 'track')
  while (getSurveyEvents().length < 2) await site.page.waitForTimeout(20)

  expect(getSurveyEvents().map(({ event, properties, userId }) => ({ event, properties, userId }))).toEqual([
    { event: 'InMoment Survey Shown', properties: { channel: 'web' }, userId: 'ann' },
    {
      event: 'InMoment Survey Response Submitted',
      properties: { channel: 'web', score: 9, text: 'Good coffee' },
      userId: 'ann'
    }
  ])
  expect((await site.getBeaconCalls()).map(({ command }) => command)).toEqual(['run'])
  expect(site.problems).toEqual([])
})
