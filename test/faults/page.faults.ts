import { VERSION } from '../../src/destinations/inmoment/version'
import { analyticsReady, BEACON_URL, blockStorage, SNIPPET } from '../support/site'
import { faults } from './support/fault'

const ANALYTICS_URL = 'https://cdn.segment.com/analytics.js/v1/write-key/analytics.min.js'

/** What analytics.js itself logs if it can store nothing. */
const STORAGE_BLOCKED = /^console\.warning: (Unable to access|e: Can't set key)/

/** What the browser logs about the frame's sandbox. */
const ESCAPABLE = /^console\.warning: An iframe which has both allow-scripts and allow-same-origin/

/** The site in a frame of another page. */
function framed(attributes: string): string {
  const site = `<script>${SNIPPET}</script>`.replaceAll('"', '&quot;')
  return `<!doctype html><title>Portal</title><iframe ${attributes} srcdoc="${site}"></iframe>`
}

function beaconRequests(requests: string[]): string[] {
  return requests.filter((url) => url === BEACON_URL)
}

faults('Page', (row) => {
  row('no document.currentScript', 'every event is delivered', async (open) => {
    const page = await open({
      before: () => Object.defineProperty(document, 'currentScript', { get: () => null })
    })
    await page.expectWholeVisit()
  })

  row('no script element left in the document', 'every event is delivered, with one beacon', async (open) => {
    const page = await open({
      before: () => {
        // An external script runs even if it is removed at once, an inline script only if it has started.
        const removeScripts = () => {
          const removed = 'analytics' in window ? 'script' : 'script[src]'
          document.querySelectorAll(removed).forEach((script) => script.remove())
        }
        new MutationObserver(removeScripts).observe(document, { childList: true, subtree: true })
      }
    })
    await page.expectWholeVisit()
    expect(beaconRequests(page.site.requests)).toHaveLength(1)
    expect(await page.site.page.evaluate(() => document.scripts.length)).toBe(0)
  })

  row('no head', 'the beacon is added elsewhere, and every event is delivered', async (open) => {
    const snippet = SNIPPET.replace('document.head', 'document.body')
    const page = await open({
      html: `<!doctype html><title>Shop</title><body><script>document.head.remove()\n${snippet}</script>`
    })
    await page.expectWholeVisit()
    expect(await page.site.page.evaluate(() => document.querySelector('head'))).toBeNull()
  })

  row('a form element with the ID wootricSettings', 'it is not changed, and every event is delivered', async (open) => {
    const form = '<form id="wootricSettings"><input name="email" value="shop"><input name="account_token"></form>'
    const page = await open({ html: `<!doctype html><title>Shop</title>${form}<script>${SNIPPET}</script>` })
    await page.expectWholeVisit()
    expect(await page.site.page.locator('form').evaluate((element) => element.outerHTML)).toBe(form)
  })

  row(
    'storage and cookies blocked',
    'every event is delivered, and the user is unknown on the next page',
    async (open) => {
      const page = await open({ before: blockStorage })
      page.expectProblem(STORAGE_BLOCKED)
      await page.expectWholeVisit()
      await page.nextPage()
      await page.site.page.waitForFunction(() => window.wootric)
      expect(await page.site.page.evaluate(() => ({ ...window.wootricSettings }))).toEqual({
        account_token: 'NPS-4aeb53c1',
        version: VERSION
      })
      expect(await page.site.beaconCalls()).toEqual([])
    }
  )

  for (const [fault, attributes] of [
    ['frame', 'title="Shop"'],
    ['sandboxed frame with its own origin', 'sandbox="allow-scripts allow-same-origin"']
  ] as const) {
    row(
      `the site in a ${fault}`,
      'every event is delivered there, and nothing reaches the outer page',
      async (open) => {
        const page = await open({ html: framed(attributes) })
        page.expectProblem(ESCAPABLE)
        await page.expectWholeVisit()
        expect(await page.site.page.evaluate(() => [typeof window.wootric, typeof window.wootricSettings])).toEqual([
          'undefined',
          'undefined'
        ])
      }
    )
  }

  row(
    'sandboxed frame without an origin',
    'analytics.js alone delivers nothing there, and no error is added',
    async (open) => {
      for (const settings of [{ subscriptions: [] }, {}]) {
        const page = await open({ html: framed('sandbox="allow-scripts"'), settings })
        page.expectProblem(STORAGE_BLOCKED)
        const frame = page.site.page.frames().at(-1) ?? page.site.page.mainFrame()
        await analyticsReady(frame)
        await frame.evaluate(() => {
          const { analytics } = window as unknown as { analytics: { track: (name: string) => Promise<unknown> } }
          void analytics.track('Order Completed')
        })
        await page.site.page.waitForTimeout(1000)
        expect(await page.toldSteps()).toEqual([])
        expect(page.site.segmentRequests).toEqual([])
      }
    }
  )

  row('page closed while a survey is visible', 'the next page requests no survey by itself', async (open) => {
    const page = await open({ settings: { surveyEvents: 'scores' } })
    await page.visit([0, 1])
    await page.waitForCalls(2)
    await page.nextPage(() => window.wootricSettings?.callbacks?.after_show?.())
    await page.site.page.waitForFunction(() => window.wootric)
    await page.site.page.waitForTimeout(300)
    expect(await page.site.beaconCalls()).toEqual([])
    // The survey event of the former page may arrive late.
    const late = page.site.segmentRequests.splice(0).filter(({ type }) => type)
    expect(late.filter(({ event }) => event !== 'InMoment Survey Shown')).toEqual([])
  })
})

faults('analytics.js twice', (row) => {
  for (const [fault, html] of [
    ["Segment's snippet twice", `<script>{${SNIPPET}}</script><script>{${SNIPPET}}</script>`],
    ['script of analytics.js twice', `<script>${SNIPPET}</script><script async src="${ANALYTICS_URL}"></script>`]
  ] as const) {
    row(fault, 'each event is delivered once', async (open) => {
      const page = await open({ html: `<!doctype html><title>Shop</title>${html}` })
      await page.site.page.waitForLoadState('networkidle')
      await page.expectWholeVisit()
      expect(beaconRequests(page.site.requests)).toHaveLength(1)
    })
  }
})
