import { analyticsReady, SITE } from '../src/__tests__/support/site'
import { faults } from './support/fault'

interface Notes {
  analytics: Record<'reset' | 'identify', (...values: unknown[]) => unknown>
  /** How often the beacon was told to stop the survey. */
  stops: number
}

/** In the page: a survey that can be stopped. */
function countStops(): void {
  const notes = window as unknown as Notes
  notes.stops = 0
  Object.assign(window, { WootricSurvey: { stop: () => (notes.stops += 1) } })
}

/**
 * In the page: what it is told when it comes back as it was left. The tests' Chromium, which has no window, keeps no
 * page in its back/forward cache (`BackForwardCacheDisabledForDelegate`), so the return is played.
 */
function comeBack(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
}

faults('Back and forward', (row) => {
  row(
    'back to the page of somebody who has left',
    "the survey is stopped, and nothing of one person goes under the other's name",
    async (open) => {
      const page = await open({ before: countStops })
      const { context, page: tab, segmentRequests } = page.site
      await page.visit([0, 1])
      expect(await page.logs()).toEqual([])
      const made = segmentRequests.length

      const next = await context.newPage()
      await next.goto(SITE)
      await analyticsReady(next)
      await next.evaluate(async () => {
        const { analytics } = window as unknown as Notes
        analytics.reset()
        await analytics.identify('bob-4452', { email: 'bob-4452@secret.example' })
      })
      await next.close()
      // The next page's own event is none of those that are looked for on this one.
      const bobs = segmentRequests.splice(made).filter(({ type }) => type)
      expect(bobs.map(({ userId }) => userId)).toEqual(['bob-4452'])

      await tab.evaluate(comeBack)
      expect(await tab.evaluate(() => (window as unknown as Notes).stops)).toBe(1)
      const settings = await tab.evaluate(() => ({ ...window.wootricSettings }))
      expect(settings).toMatchObject({ segment_user_id: 'bob-4452', email: 'bob-4452@secret.example' })
      expect(JSON.stringify(settings)).not.toContain('ann-7731')

      await page.visit([5])
      expect(await page.logs()).toEqual([])
      expect(await page.toldSteps()).toEqual([0, 1, 5])
    }
  )

  row('back to the page of somebody who is still there', 'the survey goes on, and nothing is asked', async (open) => {
    const page = await open({ before: countStops })
    await page.visit([0, 1])
    expect(await page.logs()).toEqual([])
    await page.site.page.evaluate(comeBack)
    expect(await page.site.page.evaluate(() => (window as unknown as Notes).stops)).toBe(0)
    expect(await page.toldSteps()).toEqual([0, 1])
    expect(await page.site.page.evaluate(() => window.wootricSettings?.segment_user_id)).toBe('ann-7731')
  })
})
