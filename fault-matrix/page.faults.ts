import { analyticsReady, BEACON, BEACON_URL, blockStorage, serveScript, SNIPPET } from '../src/__tests__/support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

const ANALYTICS_URL = 'https://cdn.segment.com/analytics.js/v1/write-key/analytics.min.js'

/** What InMoment has sites put into their pages, for the same account. */
const OWN_SNIPPET = `
  <script>window.wootricSettings = { account_token: 'NPS-4aeb53c1', modal_theme: 'dark' }</script>
  <script async src="${BEACON_URL}"></script>`

/** What analytics.js itself says where it can keep nothing. */
const STORAGE_BLOCKED = /^console\.warning: (Unable to access|e: Can't set key)/

/** What the browser says of the frame's sandbox. */
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
  row("InMoment's own snippet before Segment's", "one beacon, and the page's own keys stay", async (open) => {
    const page = await open({
      html: `<!doctype html><title>Shop</title>${OWN_SNIPPET}<script>${SNIPPET}</script>`,
      // Still on its way as the destination looks for it.
      beacon: async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500))
        await serveScript(BEACON)(route)
      }
    })
    await page.expectWholeVisit()
    expect(beaconRequests(page.site.requests)).toHaveLength(1)
    // The browser shares one request between two scripts of an address, and runs both.
    expect(await page.site.page.locator(`script[src="${BEACON_URL}"]`).count()).toBe(1)
    for (const { settings } of await page.site.beaconCalls()) expect(settings.modal_theme).toBe('dark')
  })

  row(
    "InMoment's own snippet after the destination",
    'the user is told anew with the next request for a survey',
    async (open) => {
      const page = await open()
      await page.visit([0])
      await page.waitForCalls(1)
      await page.site.page.evaluate(async (html) => {
        const snippet = document.createRange().createContextualFragment(html)
        const loaded = new Promise((resolve) => snippet.lastElementChild?.addEventListener('load', resolve))
        document.head.append(snippet)
        await loaded
      }, OWN_SNIPPET)
      await page.visit([1, 2, 3, 4, 5])
      expect(await page.logs()).toEqual([])
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
      const [, order] = await page.site.beaconCalls()
      expect(order?.settings).toMatchObject({ modal_theme: 'dark', segment_user_id: 'ann-7731' })
    }
  )

  row('no document.currentScript', 'every event is told', async (open) => {
    const page = await open({
      before: () => Object.defineProperty(document, 'currentScript', { get: () => null })
    })
    await page.expectWholeVisit()
  })

  row('no script element left in the document', 'every event is told, with one beacon', async (open) => {
    const page = await open({
      before: () => {
        // A script from elsewhere runs even where it is taken away at once, one in the page only where it had begun.
        const takeAway = () => {
          const taken = 'analytics' in window ? 'script' : 'script[src]'
          document.querySelectorAll(taken).forEach((script) => script.remove())
        }
        new MutationObserver(takeAway).observe(document, { childList: true, subtree: true })
      }
    })
    await page.expectWholeVisit()
    expect(beaconRequests(page.site.requests)).toHaveLength(1)
    expect(await page.site.page.evaluate(() => document.scripts.length)).toBe(0)
  })

  row('no head', 'the beacon is put elsewhere, and every event is told', async (open) => {
    const snippet = SNIPPET.replace('document.head', 'document.body')
    const page = await open({
      html: `<!doctype html><title>Shop</title><body><script>document.head.remove()\n${snippet}</script>`
    })
    await page.expectWholeVisit()
    expect(await page.site.page.evaluate(() => document.querySelector('head'))).toBeNull()
  })

  row('storage and cookies blocked', 'every event is told, and nobody is known on the next page', async (open) => {
    const page = await open({ before: blockStorage })
    page.expectProblem(STORAGE_BLOCKED)
    await page.expectWholeVisit()
    await page.nextPage()
    await page.site.page.waitForFunction(() => window.wootric)
    expect(await page.site.page.evaluate(() => ({ ...window.wootricSettings }))).toEqual({
      account_token: 'NPS-4aeb53c1'
    })
    expect(await page.site.beaconCalls()).toEqual([])
  })

  for (const [fault, attributes] of [
    ['frame', 'title="Shop"'],
    ['sandboxed frame with its own origin', 'sandbox="allow-scripts allow-same-origin"']
  ] as const) {
    row(
      `the site in a ${fault}`,
      'every event is told there, and nothing of it reaches the page around',
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

  row('page closed in the middle of a survey', 'the next page asks for nothing by itself', async (open) => {
    const page = await open({ settings: { surveyEvents: 'scores' } })
    await page.visit([0, 1])
    await page.waitForCalls(2)
    await page.nextPage(() => window.wootricSettings?.callbacks?.after_show?.())
    await page.site.page.waitForFunction(() => window.wootric)
    await page.site.page.waitForTimeout(300)
    expect(await page.site.beaconCalls()).toEqual([])
    // What the survey gave as the page was closed may still be on its way.
    const late = page.site.segmentRequests.splice(0).filter(({ type }) => type)
    expect(late.filter(({ event }) => event !== 'InMoment Survey Shown')).toEqual([])
  })
})

faults('analytics.js twice', (row) => {
  for (const [fault, html] of [
    ["Segment's snippet twice", `<script>{${SNIPPET}}</script><script>{${SNIPPET}}</script>`],
    ['script of analytics.js twice', `<script>${SNIPPET}</script><script async src="${ANALYTICS_URL}"></script>`]
  ] as const) {
    row(fault, 'each event is told once', async (open) => {
      const page = await open({ html: `<!doctype html><title>Shop</title>${html}` })
      await page.site.page.waitForLoadState('networkidle')
      await page.expectWholeVisit()
      expect(beaconRequests(page.site.requests)).toHaveLength(1)
    })
  }
})
