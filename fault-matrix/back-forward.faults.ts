import { analyticsReady, SITE, SNIPPET } from '../src/__tests__/support/site'
import { faults } from './support/fault'

const NEXT = `${SITE}next`

interface Notes {
  analytics: Record<string, (...values: unknown[]) => Promise<unknown> | undefined>
  stops: number
  /** Whether the browser has brought the page back as it was left. */
  persisted?: boolean
}

faults(
  'Back and forward',
  (row) => {
    row(
      'back to a page of somebody who has left',
      "the survey is stopped, and nothing of one person goes under the other's name",
      async (open) => {
        const page = await open({
          before: () => {
            const notes = window as unknown as Notes
            notes.stops = 0
            Object.assign(window, { WootricSurvey: { stop: () => (notes.stops += 1) } })
            window.addEventListener('pageshow', ({ persisted }) => (notes.persisted = persisted))
          }
        })
        const { page: tab, segmentRequests } = page.site
        await page.visit([0, 1])
        await page.waitForCalls(2)
        await page.logs()
        const made = segmentRequests.length

        await page.site.context.route(NEXT, (route) =>
          route.fulfill({
            contentType: 'text/html',
            body: `<!doctype html><title>Next</title><script>${SNIPPET}</script>`
          })
        )
        await tab.goto(NEXT)
        await analyticsReady(tab)
        await tab.evaluate(async () => {
          const { analytics } = window as unknown as Notes
          await analytics.reset?.()
          await analytics.identify?.('bob-4452', { email: 'bob-4452@secret.example' })
        })
        // The next page's own event is none of those that the invariants look for on this one.
        expect(segmentRequests.splice(made).map(({ userId }) => userId)).toEqual(['bob-4452'])

        await tab.goBack({ waitUntil: 'commit' })
        await tab.waitForFunction(() => (window as unknown as Notes).persisted !== undefined)
        expect(await tab.evaluate(() => (window as unknown as Notes).persisted)).toBe(true)
        expect(await tab.evaluate(() => (window as unknown as Notes).stops)).toBe(1)
        expect(JSON.stringify(await tab.evaluate(() => ({ ...window.wootricSettings })))).not.toMatch(/ann-7731/)
        expect(await tab.evaluate(() => window.wootricSettings?.segment_user_id)).toBe('bob-4452')

        await page.visit([5])
        expect(await page.logs()).toEqual([])
        expect(await page.toldSteps()).toEqual([0, 1, 5])
      }
    )
  },
  { ignoreDefaultArgs: ['--disable-back-forward-cache'] }
)
