import { VERSION } from '../../src/destinations/inmoment/version'
import type { BrowserContext, Page } from 'playwright-core'
import { analyticsReady, SITE } from '../support/site'
import { faults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'

interface Notes {
  analytics: Record<'reset' | 'identify', (...values: unknown[]) => unknown>
  /** How often the destination stopped the survey. */
  stops: number
}

/** In the page: a survey that can be stopped. */
function countStops(): void {
  const notes = window as unknown as Notes
  notes.stops = 0
  Object.assign(window, { WootricSurvey: { stop: () => (notes.stops += 1) } })
}

/**
 * In the page: the event of a page that returns from the back/forward cache. The tests' Chromium, which has no window,
 * keeps no page there (`BackForwardCacheDisabledForDelegate`), so the return is simulated.
 */
function comeBack(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
}

/** Does this on another page of the site, which stands for the visitor's next one. */
async function onNextPage(page: FaultyPage, act: () => unknown): Promise<void> {
  const { context, segmentRequests } = page.site
  const made = segmentRequests.length
  const next = await context.newPage()
  await next.goto(SITE)
  await analyticsReady(next)
  await next.evaluate(act)
  await next.close()
  // The next page's own events are not among those expected of this one.
  segmentRequests.splice(made)
}

function stopsOn(tab: Page): Promise<number> {
  return tab.evaluate(() => (window as unknown as Notes).stops)
}

/** All that the browser stores: cookies and localStorage. */
async function storedOf(tab: Page, context: BrowserContext): Promise<Record<string, string>> {
  const cookies = (await context.cookies(SITE)).map(({ name, value }) => [`cookie ${name}`, value] as const)
  return {
    ...Object.fromEntries(cookies),
    ...(await tab.evaluate(() => Object.fromEntries<string>(Object.entries<string>(localStorage))))
  }
}

faults('Back and forward', (row) => {
  row(
    'back after reset() on the next page',
    'the survey is stopped, the settings are cleared, and the user stays logged out everywhere',
    async (open) => {
      const page = await open({ before: countStops })
      const { context, page: tab } = page.site
      await page.visit([0, 1])
      expect(await page.logs()).toEqual([])
      await onNextPage(page, () => (window as unknown as Notes).analytics.reset())
      const before = await storedOf(tab, context)
      expect(before).not.toHaveProperty('cookie ajs_user_id')

      await tab.evaluate(comeBack)
      expect(await stopsOn(tab)).toBe(1)
      expect(await tab.evaluate(() => ({ ...window.wootricSettings }))).toEqual({
        account_token: 'NPS-4aeb53c1',
        version: VERSION
      })
      expect(await storedOf(tab, context)).toEqual(before)
      expect(JSON.stringify(before)).not.toContain('ann-7731')
      expect(await page.toldSteps()).toEqual([0, 1])
    }
  )

  row(
    'back after another user identified on the next page',
    "the survey is stopped, and no value of one user is sent under the other's name",
    async (open) => {
      const page = await open({ before: countStops })
      const { page: tab } = page.site
      await page.visit([0, 1])
      expect(await page.logs()).toEqual([])
      await onNextPage(page, async () => {
        const { analytics } = window as unknown as Notes
        analytics.reset()
        await analytics.identify('bob-4452', { email: 'bob-4452@secret.example' })
      })

      await tab.evaluate(comeBack)
      expect(await stopsOn(tab)).toBe(1)
      const settings = await tab.evaluate(() => ({ ...window.wootricSettings }))
      expect(settings).toMatchObject({ segment_user_id: 'bob-4452', email: 'bob-4452@secret.example' })
      expect(JSON.stringify(settings)).not.toContain('ann-7731')

      await page.visit([5])
      expect(await page.logs()).toEqual([])
      expect(await page.toldSteps()).toEqual([0, 1, 5])
    }
  )

  row(
    'back after the user identified with a newer email on the next page',
    'the newer email is used, the survey goes on, and nothing is written to storage',
    async (open) => {
      const page = await open({ before: countStops })
      const { context, page: tab } = page.site
      await page.visit([0])
      expect(await page.logs()).toEqual([])
      await onNextPage(page, async () => {
        await (window as unknown as Notes).analytics.identify('ann-7731', { email: 'ann-7731@new.secret.example' })
      })
      const before = await storedOf(tab, context)

      await tab.evaluate(comeBack)
      expect(await tab.evaluate(() => window.wootricSettings?.email)).toBe('ann-7731@new.secret.example')
      expect(await storedOf(tab, context)).toEqual(before)
      expect(await stopsOn(tab)).toBe(0)

      await page.visit([1])
      expect(await page.logs()).toEqual([])
      expect((await page.site.beaconCalls()).at(-1)?.settings.email).toBe('ann-7731@new.secret.example')
    }
  )

  row('back while the user is the same', 'the survey goes on, and no survey is requested', async (open) => {
    const page = await open({ before: countStops })
    const { context, page: tab } = page.site
    await page.visit([0, 1])
    expect(await page.logs()).toEqual([])
    const before = await storedOf(tab, context)
    await tab.evaluate(comeBack)
    expect(await stopsOn(tab)).toBe(0)
    expect(await page.toldSteps()).toEqual([0, 1])
    expect(await tab.evaluate(() => window.wootricSettings?.segment_user_id)).toBe('ann-7731')
    expect(await storedOf(tab, context)).toEqual(before)
  })
})
