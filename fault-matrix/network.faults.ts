import type { Page } from 'playwright-core'
import { BEACON, serveScript } from '../src/__tests__/support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

/** How the browser itself tells of a request that failed. */
const FAILED_REQUEST = /^console\.error: Failed to load resource/

/** How it tells of a script that is none, which no other script can prevent. */
const NO_SCRIPT = /^uncaught: (Unexpected|Invalid or unexpected|missing)/

const FAILS_WITH_CAUSE = 'each event fails with the cause'

/** A clock that the test can set forward. */
const withClock = { prepare: (page: Page): Promise<void> => page.clock.install() }

faults('Network', (row) => {
  for (const [fault, code] of [
    ['beacon blocked as by an ad blocker', 'blockedbyclient'],
    ['beacon host without a DNS entry', 'namenotresolved'],
    ['connection reset in the middle of the script', 'connectionreset']
  ] as const) {
    row(fault, FAILS_WITH_CAUSE, async (open) => {
      const page = await open({ beacon: (route) => route.abort(code) })
      page.expectProblem(FAILED_REQUEST)
      await page.visit()
      await page.expectFailures(ALL_STEPS, 'its script could not be loaded or was blocked')
    })
  }

  for (const status of [404, 500]) {
    row(`beacon answered with ${status}`, FAILS_WITH_CAUSE, async (open) => {
      const page = await open({ beacon: (route) => route.fulfill({ status, body: 'sorry' }) })
      page.expectProblem(FAILED_REQUEST)
      await page.visit()
      await page.expectFailures(ALL_STEPS, 'its script could not be loaded or was blocked')
    })
  }

  for (const [fault, body] of [
    ['an HTML page in place of the script', '<!doctype html><title>Log in to the hotel network</title>'],
    ['a script cut off in the middle', BEACON.slice(0, BEACON.indexOf('JSON'))]
  ] as const) {
    row(fault, FAILS_WITH_CAUSE, async (open) => {
      const page = await open({ ...withClock, beacon: serveScript(body) })
      page.expectProblem(NO_SCRIPT)
      await page.visit()
      await page.site.page.clock.fastForward(10_000)
      await page.expectFailures(ALL_STEPS, 'it was not there after 10 seconds')
    })
  }

  row('a connection that hangs', `after 10 s ${FAILS_WITH_CAUSE}`, async (open) => {
    const page = await open({ ...withClock, beacon: () => new Promise(() => undefined) })
    await page.visit()
    await page.site.page.clock.fastForward(9_000)
    expect(await page.isReady()).toBe(false)
    await page.site.page.clock.fastForward(1_000)
    await page.expectFailures(ALL_STEPS, 'it was not there after 10 seconds')
  })

  row('a script that arrives after 5 s', 'what came before is delivered in order', async (open) => {
    let answer = (): void => undefined
    const asked = new Promise<void>((resolve) => (answer = resolve))
    const page = await open({ ...withClock, beacon: (route) => asked.then(() => serveScript(BEACON)(route)) })
    await page.visit()
    await page.site.page.clock.fastForward(5_000)
    expect(await page.toldSteps()).toEqual([])
    answer()
    await page.waitForCalls(ALL_STEPS.length)
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
  })

  row('a script that arrives after 60 s', 'earlier events fail, later ones know the user', async (open) => {
    let answer = (): void => undefined
    const asked = new Promise<void>((resolve) => (answer = resolve))
    const page = await open({ ...withClock, beacon: (route) => asked.then(() => serveScript(BEACON)(route)) })
    await page.visit([0, 1])
    await page.site.page.clock.fastForward(10_000)
    await page.expectFailures([0, 1], 'it was not there after 10 seconds')
    await page.site.page.clock.fastForward(50_000)
    answer()
    await page.site.page.waitForFunction('window.wootric')
    await page.visit([2, 3, 4, 5])
    await page.settled()
    expect(await page.toldSteps()).toEqual([2, 3, 4, 5])
    expect((await page.site.beaconCalls())[0]?.settings.email).toBe('ann-7731@secret.example')
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

  row('offline while the beacon loads, then back', 'the beacon is fetched once more for later events', async (open) => {
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
    await page.site.page.waitForFunction('window.wootricSettings && !document.querySelector("script[src*=wootric]")')
    await page.site.page.evaluate('window.dispatchEvent(new Event("online"))')
    await page.site.page.waitForFunction('window.wootric')
    await page.visit()
    await page.settled()
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
    expect(requests).toBe(2)
  })
})
