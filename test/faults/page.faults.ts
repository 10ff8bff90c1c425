import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import { BASE_SETTINGS } from '../../src/destinations/inmoment/test-support/constants'
import { blockStorage, SNIPPET, waitForAnalytics } from '../support/site'
import { describeFaults } from './support/fault'

const ANALYTICS_URL = 'https://cdn.segment.com/analytics.js/v1/write-key/analytics.min.js'

/** The warning of analytics.js if storage is blocked. */
const STORAGE_BLOCKED = /^console\.warning: (Unable to access|e: Can't set key)/

/** The browser's own warning about the frame's sandbox. */
const SANDBOX = /^console\.warning: An iframe which has both allow-scripts and allow-same-origin/

/** The site in a frame of another page. */
function createFrame(attributes: string): string {
  const site = `<script>${SNIPPET}</script>`.replaceAll('"', '&quot;')
  return `<!doctype html><title>Portal</title><iframe ${attributes} srcdoc="${site}"></iframe>`
}

function findBeaconRequests(requests: string[]): string[] {
  return requests.filter((url) => url === BEACON_URL)
}

describeFaults('Page', (addFault) => {
  addFault('document.currentScript is missing', 'every event is delivered', async (open) => {
    const page = await open({
      initScript: () => Object.defineProperty(document, 'currentScript', { get: () => null })
    })
    await page.expectVisitDelivered()
  })

  addFault('all script elements are removed', 'every event is delivered, with one beacon', async (open) => {
    const page = await open({
      initScript: () => {
        // A removed external script still runs, an inline script only if it has started.
        const removeScripts = () => {
          const removed = 'analytics' in window ? 'script' : 'script[src]'
          document.querySelectorAll(removed).forEach((script) => script.remove())
        }
        new MutationObserver(removeScripts).observe(document, { childList: true, subtree: true })
      }
    })
    await page.expectVisitDelivered()
    expect(findBeaconRequests(page.site.requests)).toHaveLength(1)
    expect(await page.site.page.evaluate(() => document.scripts.length)).toBe(0)
  })

  addFault('the document has no head', 'the beacon is added elsewhere, and every event is delivered', async (open) => {
    const snippet = SNIPPET.replace('document.head', 'document.body')
    const page = await open({
      html: `<!doctype html><title>Shop</title><body><script>document.head.remove()\n${snippet}</script>`
    })
    await page.expectVisitDelivered()
    expect(await page.site.page.evaluate(() => document.querySelector('head'))).toBeNull()
  })

  addFault(
    'a form element has the ID wootricSettings',
    'it does not change, and every event is delivered',
    async (open) => {
      const form = '<form id="wootricSettings"><input name="email" value="shop"><input name="account_token"></form>'
      const page = await open({ html: `<!doctype html><title>Shop</title>${form}<script>${SNIPPET}</script>` })
      await page.expectVisitDelivered()
      expect(await page.site.page.locator('form').evaluate((element) => element.outerHTML)).toBe(form)
    }
  )

  addFault(
    'storage and cookies are blocked',
    'every event is delivered, and no user is restored on the next page',
    async (open) => {
      const page = await open({ initScript: blockStorage })
      page.expectProblem(STORAGE_BLOCKED)
      await page.expectVisitDelivered()
      await page.openNextPage()
      await page.site.page.waitForFunction(() => window.wootric)
      expect(await page.site.page.evaluate(() => ({ ...window.wootricSettings }))).toEqual(BASE_SETTINGS)
      expect(await page.site.getBeaconCalls()).toEqual([])
    }
  )

  for (const [fault, attributes] of [
    ['a frame', 'title="Shop"'],
    ['a sandboxed frame with its own origin', 'sandbox="allow-scripts allow-same-origin"']
  ] as const) {
    addFault(
      `the site is in ${fault}`,
      'every event is delivered there, and the outer page does not change',
      async (open) => {
        const page = await open({ html: createFrame(attributes) })
        page.expectProblem(SANDBOX)
        await page.expectVisitDelivered()
        expect(await page.site.page.evaluate(() => [typeof window.wootric, typeof window.wootricSettings])).toEqual([
          'undefined',
          'undefined'
        ])
      }
    )
  }

  addFault(
    'the site is in a sandboxed frame without an origin',
    'no event is delivered, as with analytics.js alone, and no error is added',
    async (open) => {
      for (const settings of [{ subscriptions: [] }, {}]) {
        const page = await open({ html: createFrame('sandbox="allow-scripts"'), settings })
        page.expectProblem(STORAGE_BLOCKED)
        const frame = page.site.page.frames().at(-1) ?? page.site.page.mainFrame()
        await waitForAnalytics(frame)
        await frame.evaluate(() => {
          const { analytics } = window as unknown as { analytics: { track: (name: string) => Promise<unknown> } }
          void analytics.track('Order Completed')
        })
        await page.site.page.waitForTimeout(400)
        expect(await page.getSentSteps()).toEqual([])
        expect(page.site.segmentRequests).toEqual([])
      }
    }
  )

  addFault('the page is closed during a survey', 'the next page requests no survey by itself', async (open) => {
    const page = await open({ settings: { surveyEvents: 'scores' } })
    await page.makeEvents([0, 1])
    await page.waitForCalls(2)
    await page.openNextPage(() => window.wootricSettings?.callbacks?.after_show?.())
    await page.site.page.waitForFunction(() => window.wootric)
    await page.site.page.waitForTimeout(300)
    expect(await page.site.getBeaconCalls()).toEqual([])
    // The survey event of the former page may arrive late.
    const late = page.site.segmentRequests.splice(0).filter(({ type }) => type)
    expect(late.filter(({ event }) => event !== 'InMoment Survey Shown')).toEqual([])
  })
})

describeFaults('analytics.js twice', (addFault) => {
  for (const [fault, html] of [
    ["Segment's snippet is on the page twice", `<script>{${SNIPPET}}</script><script>{${SNIPPET}}</script>`],
    [
      "analytics.js's script is on the page twice",
      `<script>${SNIPPET}</script><script async src="${ANALYTICS_URL}"></script>`
    ]
  ] as const) {
    addFault(fault, 'each event is delivered once', async (open) => {
      const page = await open({ html: `<!doctype html><title>Shop</title>${html}` })
      await page.site.page.waitForLoadState('networkidle')
      await page.expectVisitDelivered()
      expect(findBeaconRequests(page.site.requests)).toHaveLength(1)
    })
  }
})
