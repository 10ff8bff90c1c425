import type { Page } from 'playwright-core'
import { BEACON_SCRIPT, serveScript } from '../support/site'
import { ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'
import { describeFaults } from './support/fault'
import { ALL_STEPS } from './support/visit'

/** A beacon that throws on one command, with the user's email in its message. */
const THROWING = `
  ${BEACON_SCRIPT}
  const record = window.wootric
  window.wootric = (command) => {
    if (command === window.brokenCommand) throw new Error('cannot serve ' + wootricSettings.email)
    record(command)
  }`

const NOT_DEFINED = 'window.wootric was missing 10 seconds after its script ran'

/** A clock that the test advances. */
const withClock = { prepare: (page: Page): Promise<void> => page.clock.install() }

describeFaults('Beacon', (addFault) => {
  for (const [fault, script, problem] of [
    ['never defines wootric', '', undefined],
    ['defines wootric as an object', 'window.wootric = { run: true }', undefined],
    ['throws when it loads', 'throw new Error("beacon out of order")', /^uncaught: beacon out of order$/],
    [
      'defines wootric with a getter that throws',
      'Object.defineProperty(window, "wootric", { get() { throw new Error(wootricSettings.email) } })',
      undefined
    ]
  ] as const) {
    addFault(
      `the beacon ${fault}`,
      'events are queued for 10 seconds, then all events fail with the cause',
      async (open) => {
        const page = await open({ ...withClock, beacon: serveScript(script) })
        if (problem) page.expectProblem(problem)
        await page.makeEvents([0, 1, 2])
        await page.waitForBeaconScript()
        await page.expectQueued([0, 1, 2])
        await page.site.page.clock.fastForward(10_000)
        await page.makeEvents([3, 4, 5])
        await page.expectFailures(ALL_STEPS, NOT_DEFINED)
      }
    )
  }

  addFault('the beacon defines wootric 2 seconds late', 'all events are delivered in order', async (open) => {
    const late = `window.wootric = null; setTimeout(() => { ${BEACON_SCRIPT} }, 2000)`
    const page = await open({ ...withClock, beacon: serveScript(late) })
    await page.makeEvents()
    await page.waitForBeaconScript()
    await page.expectQueued(ALL_STEPS)
    await page.site.page.clock.runFor(3_000)
    await page.waitForCalls(ALL_STEPS.length)
    expect(await page.getSentSteps()).toEqual(ALL_STEPS)
  })

  for (const [command, failing] of [
    ['run', [0, 1, 4, 5]],
    ['page', [2]],
    ['group', [3]]
  ] as const) {
    addFault(
      `the beacon throws on ${command}`,
      'events with this command fail without its message, the others are delivered',
      async (open) => {
        const page = await open({ beacon: serveScript(`window.brokenCommand = '${command}'; ${THROWING}`) })
        await page.makeEvents()
        await page.expectFailures(failing, `beacon threw an error on ${command}`)
        expect(await page.getSentSteps()).toEqual(ALL_STEPS.filter((step) => !failing.some((other) => other === step)))
      }
    )
  }

  addFault(
    'the beacon returns a rejected promise',
    'all events are delivered, without an uncaught error',
    async (open) => {
      const rejecting = `${BEACON_SCRIPT}
      const record = window.wootric
      window.wootric = (command) => {
        record(command)
        return Promise.reject(new Error(wootricSettings.email))
      }`
      const page = await open({ beacon: serveScript(rejecting) })
      await page.makeEvents()
      await page.waitForEvents()
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
    }
  )

  addFault('wootric is replaced with another function', 'later commands call the new function', async (open) => {
    const page = await open()
    await page.makeEvents([0, 1])
    await page.waitForEvents()
    await page.site.page.evaluate(`window.wootric = () => { throw new Error('old') }; ${BEACON_SCRIPT}`)
    await page.makeEvents([2, 3, 4, 5])
    await page.waitForEvents()
    expect(await page.getSentSteps()).toEqual(ALL_STEPS)
  })

  addFault('wootric is deleted', 'later events fail with the cause', async (open) => {
    const page = await open()
    await page.makeEvents([0, 1])
    await page.waitForEvents()
    await page.site.page.evaluate('delete window.wootric')
    await page.makeEvents([2, 3, 4, 5])
    await page.expectFailures([2, 3, 4, 5], 'window.wootric is not a function')
  })

  for (const [fault, change] of [
    ['replaced with another object', 'window.wootricSettings = { aria: true }'],
    ['deleted', 'delete window.wootricSettings'],
    ['frozen', 'Object.freeze(window.wootricSettings)'],
    ['sealed', 'Object.seal(window.wootricSettings)'],
    [
      'given a getter that throws',
      `Object.defineProperty(wootricSettings, 'email', { enumerable: true, get() { throw new Error('ann-7731') } })`
    ],
    [
      'given a setter that ignores all values',
      `Object.defineProperty(wootricSettings, 'email', { enumerable: true, get: () => undefined, set: () => undefined })`
    ]
  ] as const) {
    addFault(`wootricSettings is ${fault}`, "later events are delivered with the user's values", async (open) => {
      const page = await open()
      await page.makeEvents([0])
      await page.waitForEvents()
      await page.site.page.evaluate(change)
      await page.makeEvents([1, 2, 3, 4, 5])
      await page.waitForEvents()
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
      const calls = await page.site.getBeaconCalls()
      expect([calls[1], calls[5]].map((call) => call?.settings)).toEqual([
        expect.objectContaining({
          email: 'ann-7731@secret.example',
          segment_user_id: 'ann-7731',
          account_token: ACCOUNT_TOKEN
        }),
        expect.objectContaining({
          email: 'bob-4452@secret.example',
          segment_user_id: 'bob-4452',
          account_token: ACCOUNT_TOKEN
        })
      ])
    })
  }

  for (const [fault, descriptor] of [
    ['a frozen constant', '{ value: Object.freeze({ ...wootricSettings }), writable: false }'],
    ['a getter that throws', '{ get() { throw new Error("ann-7731") } }']
  ] as const) {
    addFault(
      `wootricSettings becomes ${fault}`,
      'later events fail, and no survey is requested for the former user',
      async (open) => {
        const page = await open()
        await page.makeEvents([0, 1])
        await page.waitForEvents()
        await page.site.page.evaluate(`Object.defineProperty(window, 'wootricSettings', ${descriptor})`)
        await page.makeEvents([4, 5])
        await page.expectFailures([4, 5], 'the page does not allow changes to wootricSettings')
        expect(await page.getSentSteps()).toEqual([0, 1])
      }
    )
  }
})
