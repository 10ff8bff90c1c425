import type { Page } from 'playwright-core'
import { BEACON_SCRIPT, createDelayedBeacon, serveScript } from '../support/site'
import { describeFaults } from './support/fault'
import { ALL_STEPS } from './support/visit'

/** The browser's own message about a failed request. */
const FAILED_REQUEST = /^console\.error: Failed to load resource/

/** The browser's own message about a syntax error, which no other script can prevent. */
const SYNTAX_ERROR = /^uncaught: (Unexpected|Invalid or unexpected|missing)/

const BLOCKED = 'its script could not be loaded or was blocked'
const NOT_DEFINED = 'window.wootric was missing 10 seconds after its script ran'

/** A clock that the test advances. */
const withClock = { prepare: (page: Page): Promise<void> => page.clock.install() }

describeFaults('Network', (addFault) => {
  for (const [fault, code] of [
    ["the beacon's script is blocked by an ad blocker", 'blockedbyclient'],
    ["the beacon's host has no DNS entry", 'namenotresolved'],
    ["the connection is reset during the beacon's script", 'connectionreset']
  ] as const) {
    addFault(fault, 'each event fails with the cause', async (open) => {
      const page = await open({ beacon: (route) => route.abort(code) })
      page.expectProblem(FAILED_REQUEST)
      await page.makeEvents()
      await page.expectFailures(ALL_STEPS, BLOCKED)
    })
  }

  for (const status of [404, 500]) {
    addFault(`the beacon's script has status ${status}`, 'each event fails with the cause', async (open) => {
      const page = await open({ beacon: (route) => route.fulfill({ status, body: 'sorry' }) })
      page.expectProblem(FAILED_REQUEST)
      await page.makeEvents()
      await page.expectFailures(ALL_STEPS, BLOCKED)
    })
  }

  for (const [fault, body] of [
    ["the beacon's script is an HTML page", '<!doctype html><title>Log in to the hotel network</title>'],
    ["the beacon's script is incomplete", BEACON_SCRIPT.slice(0, BEACON_SCRIPT.indexOf('JSON'))]
  ] as const) {
    addFault(fault, 'events are queued for 10 seconds, then all events fail with the cause', async (open) => {
      const page = await open({ ...withClock, beacon: serveScript(body) })
      page.expectProblem(SYNTAX_ERROR)
      await page.makeEvents([0, 1, 2])
      await page.waitForBeaconScript()
      await page.site.page.clock.fastForward(10_000)
      await page.makeEvents([3, 4, 5])
      await page.expectFailures(ALL_STEPS, NOT_DEFINED)
    })
  }

  addFault(
    "the beacon's script never arrives",
    'analytics.ready() does not wait, calls wait at most 1 second in total, and events stay queued',
    async (open) => {
      const page = await open({ ...withClock, beacon: () => new Promise(() => undefined) })
      await page.makeEvents([0, 1, 2])
      await page.waitForReady()
      await page.expectQueued([0, 1, 2])
      const start = Date.now()
      await page.makeEvents([3, 4, 5])
      await page.expectQueued(ALL_STEPS)
      expect(Date.now() - start).toBeLessThan(900)
      await page.site.page.clock.runFor(60_000)
      await page.expectQueued(ALL_STEPS)
      expect(await page.site.getBeaconCalls()).toEqual([])
    }
  )

  for (const seconds of [5, 12, 60]) {
    addFault(`the beacon's script takes ${seconds} seconds`, 'all events are delivered in order', async (open) => {
      const { beacon, respond } = createDelayedBeacon()
      const page = await open({ ...withClock, beacon })
      await page.makeEvents([0, 1, 2, 3])
      await page.site.page.clock.runFor(seconds * 1_000)
      await page.expectQueued([0, 1, 2, 3])
      expect(await page.site.getBeaconCalls()).toEqual([])
      respond()
      await page.waitForCalls(4)
      await page.makeEvents([4, 5])
      await page.waitForEvents()
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
    })
  }

  addFault(
    "the beacon's script takes 12 seconds, after page and group events",
    'their values are kept',
    async (open) => {
      const { beacon, respond } = createDelayedBeacon()
      const page = await open({ ...withClock, beacon })
      await page.makeEvents([0, 2, 3])
      await page.site.page.clock.runFor(12_000)
      respond()
      await page.waitForCalls(3)
      expect((await page.site.getBeaconCalls()).at(-1)?.settings).toMatchObject({
        email: 'ann-7731@secret.example',
        page_info: { name: 'Home', step: 2 },
        group_info: { id: 'initech', step: 3 }
      })
    }
  )

  addFault('the browser goes offline and online again', 'all events are delivered in order', async (open) => {
    const page = await open()
    await page.makeEvents([0, 1])
    await page.waitForCalls(2)
    await page.site.context.setOffline(true)
    await page.makeEvents([2, 3, 4, 5])
    await page.site.page.waitForTimeout(300)
    await page.site.context.setOffline(false)
    await page.waitForCalls(ALL_STEPS.length)
    expect(await page.getSentSteps()).toEqual(ALL_STEPS)
  })

  addFault(
    'the browser is offline while the beacon loads, and online later',
    'the beacon is loaded once more, and the last failed survey request is sent once',
    async (open) => {
      let requests = 0
      const page = await open({
        initScript: () => {
          let isOnline = false
          Object.defineProperty(navigator, 'onLine', { get: () => isOnline })
          window.addEventListener('online', () => (isOnline = true), { capture: true })
        },
        beacon: (route) => {
          requests += 1
          return requests === 1 ? route.abort('internetdisconnected') : serveScript(BEACON_SCRIPT)(route)
        }
      })
      page.expectProblem(FAILED_REQUEST)
      await page.makeEvents([0, 1, 2])
      await page.expectFailures([0, 1, 2], BLOCKED)
      await page.site.page.evaluate('window.dispatchEvent(new Event("online"))')
      await page.waitForCalls(1)
      expect((await page.site.getBeaconCalls())[0]?.settings).toMatchObject({ page_info: { step: 2 } })
      await page.makeEvents([3, 4, 5])
      await page.waitForEvents()
      expect(await page.getSentSteps()).toEqual([1, 3, 4, 5])
      expect(requests).toBe(2)
    }
  )
})
