import type { BrowserContext, Page } from 'playwright-core'
import { BASE_SETTINGS } from '../../src/destinations/inmoment/test-support/constants'
import { SITE_URL, waitForAnalytics } from '../support/site'
import { describeFaults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'

interface SurveyWindow {
  analytics: Record<'reset' | 'identify', (...values: unknown[]) => unknown>
  /** How often the destination stopped the survey. */
  stops: number
}

/** Runs in the page: adds a survey that counts how often it is stopped. */
function countStops(): void {
  const page = window as unknown as SurveyWindow
  page.stops = 0
  Object.assign(window, { WootricSurvey: { stop: () => (page.stops += 1) } })
}

/**
 * Runs in the page: simulates the return from the back/forward cache. Headless Chromium keeps no page there
 * (`BackForwardCacheDisabledForDelegate`).
 */
function showPage(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
}

/** Opens another page of the site, runs this function there, and closes it. */
async function runOnNextPage(page: FaultyPage, run: () => unknown): Promise<void> {
  const { context, segmentRequests } = page.site
  const requestCount = segmentRequests.length
  const next = await context.newPage()
  await next.goto(SITE_URL)
  await waitForAnalytics(next)
  await next.evaluate(run)
  await next.close()
  // The checks of the first page do not expect the events of the next.
  segmentRequests.splice(requestCount)
}

function getStops(tab: Page): Promise<number> {
  return tab.evaluate(() => (window as unknown as SurveyWindow).stops)
}

/** Everything in cookies and localStorage. */
async function readStorage(tab: Page, context: BrowserContext): Promise<Record<string, string>> {
  const cookies = (await context.cookies(SITE_URL)).map(({ name, value }) => [`cookie ${name}`, value] as const)
  return {
    ...Object.fromEntries(cookies),
    ...(await tab.evaluate(() => Object.fromEntries<string>(Object.entries<string>(localStorage))))
  }
}

describeFaults('Back and forward', (addFault) => {
  addFault(
    'back after reset() on the next page',
    'the survey is stopped, the settings are cleared, and the user stays logged out',
    async (open) => {
      const page = await open({ initScript: countStops })
      const { context, page: tab } = page.site
      await page.makeEvents([0, 1])
      expect(await page.getLogs()).toEqual([])
      await runOnNextPage(page, () => (window as unknown as SurveyWindow).analytics.reset())
      const before = await readStorage(tab, context)
      expect(before).not.toHaveProperty('cookie ajs_user_id')

      await tab.evaluate(showPage)
      expect(await getStops(tab)).toBe(1)
      expect(await tab.evaluate(() => ({ ...window.wootricSettings }))).toEqual(BASE_SETTINGS)
      expect(await readStorage(tab, context)).toEqual(before)
      expect(JSON.stringify(before)).not.toContain('ann-7731')
      expect(await page.getSentSteps()).toEqual([0, 1])
    }
  )

  addFault(
    'back after another user was identified on the next page',
    'the survey is stopped, and the values of the two users are not mixed',
    async (open) => {
      const page = await open({ initScript: countStops })
      const { page: tab } = page.site
      await page.makeEvents([0, 1])
      expect(await page.getLogs()).toEqual([])
      await runOnNextPage(page, async () => {
        const { analytics } = window as unknown as SurveyWindow
        analytics.reset()
        await analytics.identify('bob-4452', { email: 'bob-4452@secret.example' })
      })

      await tab.evaluate(showPage)
      expect(await getStops(tab)).toBe(1)
      const settings = await tab.evaluate(() => ({ ...window.wootricSettings }))
      expect(settings).toMatchObject({ segment_user_id: 'bob-4452', email: 'bob-4452@secret.example' })
      expect(JSON.stringify(settings)).not.toContain('ann-7731')

      await page.makeEvents([5])
      expect(await page.getLogs()).toEqual([])
      expect(await page.getSentSteps()).toEqual([0, 1, 5])
    }
  )

  addFault(
    'back after the user got a new email on the next page',
    'the new email is used, the survey stays, and nothing is stored',
    async (open) => {
      const page = await open({ initScript: countStops })
      const { context, page: tab } = page.site
      await page.makeEvents([0])
      expect(await page.getLogs()).toEqual([])
      await runOnNextPage(page, async () => {
        const { analytics } = window as unknown as SurveyWindow
        await analytics.identify('ann-7731', { email: 'ann-7731@new.secret.example' })
      })
      const before = await readStorage(tab, context)

      await tab.evaluate(showPage)
      expect(await tab.evaluate(() => window.wootricSettings?.email)).toBe('ann-7731@new.secret.example')
      expect(await readStorage(tab, context)).toEqual(before)
      expect(await getStops(tab)).toBe(0)

      await page.makeEvents([1])
      expect(await page.getLogs()).toEqual([])
      expect((await page.site.getBeaconCalls()).at(-1)?.settings.email).toBe('ann-7731@new.secret.example')
    }
  )

  addFault('back with the same user', 'the survey stays, and no survey is requested', async (open) => {
    const page = await open({ initScript: countStops })
    const { context, page: tab } = page.site
    await page.makeEvents([0, 1])
    expect(await page.getLogs()).toEqual([])
    const before = await readStorage(tab, context)
    await tab.evaluate(showPage)
    expect(await getStops(tab)).toBe(0)
    expect(await page.getSentSteps()).toEqual([0, 1])
    expect(await tab.evaluate(() => window.wootricSettings?.segment_user_id)).toBe('ann-7731')
    expect(await readStorage(tab, context)).toEqual(before)
  })
})
