import type { Route } from 'playwright-core'
import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import { ACCOUNT_TOKEN, OTHER_ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'
import { BEACON_SCRIPT, serveScript, SNIPPET } from '../support/site'
import { describeFaults } from './support/fault'
import { ALL_STEPS } from './support/visit'

/** InMoment's snippet, as sites add it to their pages. */
function createSnippet(accountToken = ACCOUNT_TOKEN, url = BEACON_URL): string {
  return `
  <script>window.wootricSettings = { account_token: '${accountToken}', modal_theme: 'dark' }</script>
  <script async src="${url}"></script>`
}

function createShop(before: string): string {
  return `<!doctype html><title>Shop</title>${before}<script>${SNIPPET}</script>`
}

/** Serves the beacon after the destination has started, so that the page's script is still loading at that moment. */
async function serveLate(route: Route): Promise<void> {
  await route
    .request()
    .frame()
    .waitForFunction(() => window.wootricSettings?.version)
  await serveScript(BEACON_SCRIPT)(route)
}

function findBeaconRequests(requests: string[]): string[] {
  return requests.filter((url) => /wootric-sdk\.js|cloudfront\.net/.test(url))
}

describeFaults("The page's own snippet", (addFault) => {
  addFault("before Segment's snippet", "one beacon runs, and the page's own keys stay", async (open) => {
    const page = await open({ html: createShop(createSnippet()), beacon: serveLate })
    await page.expectVisitDelivered()
    expect(findBeaconRequests(page.site.requests)).toHaveLength(1)
    // The browser sends one request for two scripts with the same URL, and runs both.
    expect(await page.site.page.locator(`script[src="${BEACON_URL}"]`).count()).toBe(1)
    for (const { settings } of await page.site.getBeaconCalls()) expect(settings.modal_theme).toBe('dark')
  })

  for (const [fault, url] of [
    ['with a query string', `${BEACON_URL}?v=20260101`],
    ['with a hash', `${BEACON_URL}#shop`],
    ['with its CloudFront URL', 'https://disutgh7q0ncc.cloudfront.net/beacon.js'],
    ['with its older CloudFront URL', 'https://d27j601g4x0gd5.cloudfront.net/beacon.js'],
    ['with a self-hosted script', 'https://shop.example/assets/wootric-sdk.js?3']
  ] as const) {
    addFault(fault, 'no second beacon is loaded, and every event is delivered once', async (open) => {
      const page = await open({
        html: createShop(createSnippet(undefined, url)),
        prepare: async (page) => {
          await page.context().route(url.replace(/#.*/, ''), serveLate)
        }
      })
      await page.expectVisitDelivered()
      expect(findBeaconRequests(page.site.requests)).toHaveLength(1)
      expect(await page.site.page.locator('script[src*="wootric"], script[src*="cloudfront"]').count()).toBe(1)
    })
  }

  addFault('after the destination has started', "the next command has the user's values again", async (open) => {
    const page = await open()
    await page.makeEvents([0])
    await page.waitForCalls(1)
    await page.site.page.evaluate(async (html) => {
      const snippet = document.createRange().createContextualFragment(html)
      const loaded = new Promise((resolve) => snippet.lastElementChild?.addEventListener('load', resolve))
      document.head.append(snippet)
      await loaded
    }, createSnippet())
    await page.makeEvents([1, 2, 3, 4, 5])
    expect(await page.getLogs()).toEqual([])
    expect(await page.getSentSteps()).toEqual(ALL_STEPS)
    const [, order] = await page.site.getBeaconCalls()
    expect(order?.settings).toMatchObject({ modal_theme: 'dark', segment_user_id: 'ann-7731' })
  })

  addFault(
    'with another account token',
    'each event fails with the cause, and the page does not change',
    async (open) => {
      const page = await open({ html: createShop(createSnippet(OTHER_ACCOUNT_TOKEN)) })
      await page.makeEvents()
      await page.expectFailures(ALL_STEPS, 'the page uses a different account token')
      expect(await page.site.page.evaluate(() => window.wootricSettings)).toEqual({
        account_token: OTHER_ACCOUNT_TOKEN,
        modal_theme: 'dark'
      })
      expect(await page.site.getBeaconCalls()).toEqual([])
      expect(findBeaconRequests(page.site.requests)).toHaveLength(1)
    }
  )
})

describeFaults('Beacon scripts that do not run', (addFault) => {
  for (const [fault, attributes] of [
    ['a script with nomodule', 'nomodule'],
    ['a script in another language', 'language="vbscript"'],
    ['a script that a consent manager blocks', 'type="text/plain"']
  ] as const) {
    addFault(fault, 'the destination loads the beacon, and every event is delivered', async (open) => {
      const page = await open({ html: createShop(`<script ${attributes} src="${BEACON_URL}"></script>`) })
      await page.expectVisitDelivered()
      expect(findBeaconRequests(page.site.requests)).toHaveLength(1)
    })
  }

  addFault(
    'a script that was added with innerHTML',
    'the destination loads the beacon 3 seconds after the page, and queued events are delivered in order',
    async (open) => {
      const insert = `document.querySelector('div').innerHTML = '<script async src="${BEACON_URL}"></scr' + 'ipt>'`
      const page = await open({
        html: createShop(`<div></div><script>${insert}</script>`),
        prepare: (page) => page.clock.install()
      })
      await page.makeEvents()
      await page.expectQueued(ALL_STEPS)
      expect(findBeaconRequests(page.site.requests)).toEqual([])
      await page.site.page.clock.runFor(3_000)
      await page.waitForCalls(ALL_STEPS.length)
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
      expect(findBeaconRequests(page.site.requests)).toHaveLength(1)
    }
  )
})
