import { VERSION } from '../../src/destinations/inmoment/version'
import type { AnalyticsSnippet } from '@segment/analytics-next'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium-launch'
import { analyticsReady, blockStorage, callsIn, openSite, SITE, type Site } from '../support/site'

declare const analytics: AnalyticsSnippet

let browser: Browser
let site: Site

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
afterEach(() => site.close())

/** Makes the calls on a page once analytics.js is ready, and waits until they are delivered. */
async function call(page: Page, events: () => Promise<unknown>): Promise<void> {
  await analyticsReady(page)
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
  return page.evaluate(() => localStorage.getItem('segment_actions_inmoment_user'))
}

it.each([
  ['that its integrations object withholds', { 'InMoment (Actions)': false }],
  ['that is for no destination', { All: false }]
])('sends nothing of an identify %s, on this page and the next', async (_name, integrations) => {
  site = await openSite(browser)
  await analyticsReady(site.page)
  await site.page.evaluate(
    (integrations) =>
      analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' }, { integrations }).then(() => undefined),
    integrations
  )
  await call(site.page, track)
  const calls = await site.beaconCalls()
  await site.page.reload()
  await site.page.waitForFunction('window.wootric')
  expect(await readSettings(site.page)).toEqual({ account_token: 'NPS-4aeb53c1', version: VERSION })
  await call(site.page, track)
  calls.push(...(await site.beaconCalls()))
  expect(calls.map(({ settings }) => settings.event_name)).toEqual(['Order Completed', 'Order Completed'])
  expect(JSON.stringify(calls)).not.toMatch(/ann@example|"pro"/)
  expect(await readRecord(site.page)).toBeNull()
})

it('restores the user of a delivered event on the next page before any event, and requests no survey by itself', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  await site.page.reload()
  await analyticsReady(site.page)
  await site.page.waitForFunction('window.wootric')
  expect(await readSettings(site.page)).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro' } })
  expect(await site.beaconCalls()).toEqual([])

  await call(site.page, track)
  expect((await site.beaconCalls()).map(({ settings }) => [settings.email, settings.event_name])).toEqual([
    ['ann@example.com', 'Order Completed']
  ])
  expect(site.problems).toEqual([])
})

it('removes what is stored about the user on reset, and sends nothing of them on this page or the next', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  expect(await readRecord(site.page)).toContain('ann@example.com')
  await site.page.evaluate(() => analytics.reset())
  expect(await readSettings(site.page)).toEqual({ account_token: 'NPS-4aeb53c1', version: VERSION })
  expect(await readRecord(site.page)).toBeNull()
  await site.page.reload()
  await call(site.page, track)
  expect((await site.beaconCalls()).map(({ command }) => command)).toEqual(['run'])
  expect(JSON.stringify(await site.beaconCalls())).not.toMatch(/"ann|"pro"/)
})

it('requests no survey for an event that was made before a reset, even if a later page delivers it', async () => {
  site = await openSite(browser, { beacon: () => new Promise(() => undefined) })
  await analyticsReady(site.page)
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
  const calls = await site.beaconCalls()
  expect(calls.map(({ settings }) => settings.event_name)).toEqual(['Product Added'])
  expect(JSON.stringify(calls)).not.toContain('ann')
})

it('follows a change of user in another tab with all that is known of them, and never mixes the two users', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  const tab = await site.context.newPage()
  await tab.goto(SITE)
  await call(tab, () => analytics.identify('bob', { email: 'bob@example.com', role: 'owner' }).then(() => undefined))
  await call(site.page, track)

  const [first, second] = await site.beaconCalls()
  expect(first?.settings).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro' } })
  expect(second?.settings).toMatchObject({ email: 'bob@example.com', segment_user_id: 'bob' })
  expect(second?.settings.properties).toEqual({ role: 'owner' })
  expect((await callsIn(tab)).map(({ settings }) => settings.email)).toEqual(['bob@example.com'])
})

it('sends the user ID that Segment receives after a reset in another tab', async () => {
  site = await openSite(browser)
  await call(site.page, identifyAnn)
  const tab = await site.context.newPage()
  await tab.goto(SITE)
  await analyticsReady(tab)
  await tab.evaluate(() => analytics.reset())
  await call(site.page, track)

  const { settings } = (await site.beaconCalls()).at(-1) ?? {}
  const sent = site.segmentRequests.find(({ event }) => event === 'Order Completed')
  // analytics.js keeps the user in the first tab's memory, and brings the user back from there.
  expect(settings?.event_name).toBe('Order Completed')
  expect(settings?.segment_user_id).toBe(sent?.userId ?? undefined)
})

it('works with blocked storage: the user is unknown on the next page, and no users are mixed', async () => {
  site = await openSite(browser, {
    before: blockStorage
  })
  await call(site.page, identifyAnn)
  await call(site.page, () => analytics.identify('bob', { plan: 'free' }).then(() => undefined))
  const calls = await site.beaconCalls()
  expect(calls.map(({ settings }) => [settings.segment_user_id, settings.email])).toEqual([
    ['ann', 'ann@example.com'],
    ['bob', undefined]
  ])
  await site.page.reload()
  await call(site.page, track)
  expect((await site.beaconCalls()).map(({ command }) => command)).toEqual(['run'])
  expect(JSON.stringify(await site.beaconCalls())).not.toMatch(/ann|bob/)
})

it('tracks survey activity in Segment, and requests no survey for it', async () => {
  site = await openSite(browser, { settings: { surveyEvents: 'scoresAndText' } })
  await call(site.page, identifyAnn)
  await site.page.evaluate(() => {
    window.wootricSettings?.callbacks?.after_show?.()
    window.wootricSettings?.callbacks?.after_response?.(9, 'Good coffee')
  })
  await site.page.waitForTimeout(500)

  const surveyEvents = site.segmentRequests.filter(({ type }) => type === 'track')
  expect(surveyEvents.map(({ event, properties, userId }) => ({ event, properties, userId }))).toEqual([
    { event: 'InMoment Survey Shown', properties: { channel: 'web' }, userId: 'ann' },
    {
      event: 'InMoment Survey Response Submitted',
      properties: { channel: 'web', score: 9, text: 'Good coffee' },
      userId: 'ann'
    }
  ])
  expect((await site.beaconCalls()).map(({ command }) => command)).toEqual(['run'])
  expect(site.problems).toEqual([])
})
