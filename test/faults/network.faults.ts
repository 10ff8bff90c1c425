import type { Page } from 'playwright-core'
import { BEACON, serveScript } from '../support/site'
import { faults } from './support/fault'
import { heldBeacon } from './support/held-beacon'
import { ALL_STEPS } from './support/visitor'

/** How the browser itself reports a request that failed. */
const FAILED_REQUEST = /^console\.error: Failed to load resource/

/** How it reports a script with a syntax error, which no other script can prevent. */
const SYNTAX_ERROR = /^uncaught: (Unexpected|Invalid or unexpected|missing)/

const BLOCKED = 'its script could not be loaded or was blocked'
const NOT_DEFINED = 'window.wootric was missing 10 seconds after its script ran'

/** A clock that the test can set forward. */
const withClock = { prepare: (page: Page): Promise<void> => page.clock.install() }

faults('Network', (row) => {
  for (const [fault, code] of [
    ['beacon blocked as by an ad blocker', 'blockedbyclient'],
    ['beacon host without a DNS entry', 'namenotresolved'],
    ['connection reset in the middle of the script', 'connectionreset']
  ] as const) {
    row(fault, 'each event fails with the cause', async (open) => {
      const page = await open({ beacon: (route) => route.abort(code) })
      page.expectProblem(FAILED_REQUEST)
      await page.visit()
      await page.expectFailures(ALL_STEPS, BLOCKED)
    })
  }

  for (const status of [404, 500]) {
    row(`beacon answered with ${status}`, 'each event fails with the cause', async (open) => {
      const page = await open({ beacon: (route) => route.fulfill({ status, body: 'sorry' }) })
      page.expectProblem(FAILED_REQUEST)
      await page.visit()
      await page.expectFailures(ALL_STEPS, BLOCKED)
    })
  }

  for (const [fault, body] of [
    ['an HTML page in place of the script', '<!doctype html><title>Log in to the hotel network</title>'],
    ['a script cut off in the middle', BEACON.slice(0, BEACON.indexOf('JSON'))]
  ] as const) {
    row(fault, 'events queue for 10 s, then they and all later ones fail with the cause', async (open) => {
      const page = await open({ ...withClock, beacon: serveScript(body) })
      page.expectProblem(SYNTAX_ERROR)
      await page.visit([0, 1, 2])
      await page.beaconHasRun()
      await page.site.page.clock.fastForward(10_000)
      await page.visit([3, 4, 5])
      await page.expectFailures(ALL_STEPS, NOT_DEFINED)
    })
  }

  row(
    'a connection that hangs',
    'analytics.ready() never waits, calls wait 1 s in total, and events stay queued without failing',
    async (open) => {
      const page = await open({ ...withClock, beacon: () => new Promise(() => undefined) })
      await page.visit([0, 1, 2])
      await page.becomesReady()
      await page.expectQueued([0, 1, 2])
      const start = Date.now()
      await page.visit([3, 4, 5])
      await page.expectQueued(ALL_STEPS)
      expect(Date.now() - start).toBeLessThan(900)
      await page.site.page.clock.runFor(60_000)
      await page.expectQueued(ALL_STEPS)
      expect(await page.site.beaconCalls()).toEqual([])
    }
  )

  for (const seconds of [5, 12, 60]) {
    row(`a script that arrives after ${seconds} s`, 'earlier events are delivered in order', async (open) => {
      const { beacon, arrive } = heldBeacon()
      const page = await open({ ...withClock, beacon })
      await page.visit([0, 1, 2, 3])
      await page.site.page.clock.runFor(seconds * 1_000)
      await page.expectQueued([0, 1, 2, 3])
      expect(await page.site.beaconCalls()).toEqual([])
      arrive()
      await page.waitForCalls(4)
      await page.visit([4, 5])
      await page.settled()
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
    })
  }

  row('a script that arrives after 12 s', 'the page and the group of earlier events are kept', async (open) => {
    const { beacon, arrive } = heldBeacon()
    const page = await open({ ...withClock, beacon })
    await page.visit([0, 2, 3])
    await page.site.page.clock.runFor(12_000)
    arrive()
    await page.waitForCalls(3)
    expect((await page.site.beaconCalls()).at(-1)?.settings).toMatchObject({
      email: 'ann-7731@secret.example',
      page_info: { name: 'Home', step: 2 },
      group_info: { id: 'initech', step: 3 }
    })
  })

  row('going offline and back', 'all events are delivered in order', async (open) => {
    const page = await open()
    await page.visit([0, 1])
    await page.waitForCalls(2)
    await page.site.context.setOffline(true)
    await page.visit([2, 3, 4, 5])
    await page.site.page.waitForTimeout(300)
    await page.site.context.setOffline(false)
    await page.waitForCalls(ALL_STEPS.length)
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
  })

  row(
    'offline while the beacon loads, then back',
    'the beacon is loaded once more, and the last failed survey request is made once',
    async (open) => {
      let requests = 0
      const page = await open({
        before: () => {
          let isOnline = false
          Object.defineProperty(navigator, 'onLine', { get: () => isOnline })
          window.addEventListener('online', () => (isOnline = true), { capture: true })
        },
        beacon: (route) => {
          requests += 1
          return requests === 1 ? route.abort('internetdisconnected') : serveScript(BEACON)(route)
        }
      })
      page.expectProblem(FAILED_REQUEST)
      await page.visit([0, 1, 2])
      await page.expectFailures([0, 1, 2], BLOCKED)
      await page.site.page.evaluate('window.dispatchEvent(new Event("online"))')
      await page.waitForCalls(1)
      expect((await page.site.beaconCalls())[0]?.settings).toMatchObject({ page_info: { step: 2 } })
      await page.visit([3, 4, 5])
      await page.settled()
      expect(await page.toldSteps()).toEqual([1, 3, 4, 5])
      expect(requests).toBe(2)
    }
  )
})
