import type { Route } from 'playwright-core'
import { BEACON, BEACON_URL, serveScript, SNIPPET } from '../support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

/** InMoment's snippet, as sites add it to their pages. */
function ownSnippet(accountToken = 'NPS-4aeb53c1', url = BEACON_URL): string {
  return `
  <script>window.wootricSettings = { account_token: '${accountToken}', modal_theme: 'dark' }</script>
  <script async src="${url}"></script>`
}

function shop(before: string): string {
  return `<!doctype html><title>Shop</title>${before}<script>${SNIPPET}</script>`
}

/** Half a second: the beacon is still loading when the destination looks for it. */
async function serveLate(route: Route): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500))
  await serveScript(BEACON)(route)
}

function beaconRequests(requests: string[]): string[] {
  return requests.filter((url) => /wootric-sdk\.js|cloudfront\.net/.test(url))
}

faults("The page's own snippet", (row) => {
  row("before Segment's", "one beacon runs, and the page's own keys stay", async (open) => {
    const page = await open({
      html: shop(ownSnippet()),
      beacon: serveLate
    })
    await page.expectWholeVisit()
    expect(beaconRequests(page.site.requests)).toHaveLength(1)
    // The browser shares one request between two scripts of an address, and runs both.
    expect(await page.site.page.locator(`script[src="${BEACON_URL}"]`).count()).toBe(1)
    for (const { settings } of await page.site.beaconCalls()) expect(settings.modal_theme).toBe('dark')
  })

  for (const [fault, url] of [
    ['with a query string', `${BEACON_URL}?v=20260101`],
    ['with a hash', `${BEACON_URL}#shop`],
    ['at its address on CloudFront', 'https://disutgh7q0ncc.cloudfront.net/beacon.js'],
    ['at the older address on CloudFront', 'https://d27j601g4x0gd5.cloudfront.net/beacon.js'],
    ['self-hosted', 'https://shop.example/assets/wootric-sdk.js?3']
  ] as const) {
    row(fault, 'no second beacon is loaded, and every event is delivered once', async (open) => {
      const page = await open({
        html: shop(ownSnippet(undefined, url)),
        prepare: async (page) => {
          await page.context().route(url.replace(/#.*/, ''), serveLate)
        }
      })
      await page.expectWholeVisit()
      expect(beaconRequests(page.site.requests)).toHaveLength(1)
      expect(await page.site.page.locator('script[src*="wootric"], script[src*="cloudfront"]').count()).toBe(1)
    })
  }

  row('after the destination', 'the next survey request carries the user again', async (open) => {
    const page = await open()
    await page.visit([0])
    await page.waitForCalls(1)
    await page.site.page.evaluate(async (html) => {
      const snippet = document.createRange().createContextualFragment(html)
      const loaded = new Promise((resolve) => snippet.lastElementChild?.addEventListener('load', resolve))
      document.head.append(snippet)
      await loaded
    }, ownSnippet())
    await page.visit([1, 2, 3, 4, 5])
    expect(await page.logs()).toEqual([])
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
    const [, order] = await page.site.beaconCalls()
    expect(order?.settings).toMatchObject({ modal_theme: 'dark', segment_user_id: 'ann-7731' })
  })

  row(
    'with another account token',
    'each event fails with the cause, nothing is written, and no survey goes to the wrong account',
    async (open) => {
      const page = await open({ html: shop(ownSnippet('NPS-5bfc64d2')) })
      await page.visit()
      await page.expectFailures(ALL_STEPS, 'the page uses a different account token')
      expect(await page.site.page.evaluate(() => window.wootricSettings)).toEqual({
        account_token: 'NPS-5bfc64d2',
        modal_theme: 'dark'
      })
      expect(await page.site.beaconCalls()).toEqual([])
      expect(beaconRequests(page.site.requests)).toHaveLength(1)
    }
  )
})

faults('Beacon scripts that never run', (row) => {
  for (const [fault, attributes] of [
    ['nomodule', 'nomodule'],
    ['language="vbscript"', 'language="vbscript"'],
    ["a consent manager's placeholder", 'type="text/plain"']
  ] as const) {
    row(fault, 'the destination loads the beacon, and every event is delivered', async (open) => {
      const page = await open({ html: shop(`<script ${attributes} src="${BEACON_URL}"></script>`) })
      await page.expectWholeVisit()
      expect(beaconRequests(page.site.requests)).toHaveLength(1)
    })
  }

  row(
    'inserted through innerHTML',
    'the destination loads the beacon 3 s after the page, and queued events are delivered in order',
    async (open) => {
      const insert = `document.querySelector('div').innerHTML = '<script async src="${BEACON_URL}"></scr' + 'ipt>'`
      const page = await open({ html: shop(`<div></div><script>${insert}</script>`) })
      await page.visit()
      await page.expectQueued(ALL_STEPS)
      expect(beaconRequests(page.site.requests)).toEqual([])
      await page.waitForCalls(ALL_STEPS.length)
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
      expect(beaconRequests(page.site.requests)).toHaveLength(1)
    }
  )
})
