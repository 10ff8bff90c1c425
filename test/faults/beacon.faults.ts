import { BEACON, serveScript } from '../support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

/** A beacon that throws on some commands, with a message that quotes its user. */
const THROWING = `
  ${BEACON}
  const record = window.wootric
  window.wootric = (command) => {
    if (command === window.brokenCommand) throw new Error('cannot serve ' + wootricSettings.email)
    record(command)
  }`

const NOT_DEFINED = 'window.wootric was missing 10 seconds after its script ran'

faults('Beacon', (row) => {
  for (const [fault, script, problem] of [
    ['never defines wootric', '', undefined],
    ['defines it as something else', 'window.wootric = { run: true }', undefined],
    ['throws at load', 'throw new Error("beacon out of order")', /^uncaught: beacon out of order$/],
    [
      'defines it by a getter that throws',
      'Object.defineProperty(window, "wootric", { get() { throw new Error(wootricSettings.email) } })',
      undefined
    ]
  ] as const) {
    row(`a beacon that ${fault}`, 'events queue for 10 s, then they and all later ones fail', async (open) => {
      const page = await open({ prepare: (page) => page.clock.install(), beacon: serveScript(script) })
      if (problem) page.expectProblem(problem)
      await page.visit([0, 1, 2])
      await page.beaconHasRun()
      await page.expectQueued([0, 1, 2])
      await page.site.page.clock.fastForward(10_000)
      await page.visit([3, 4, 5])
      await page.expectFailures(ALL_STEPS, NOT_DEFINED)
    })
  }

  row('a beacon that defines wootric 2 s after its script', 'all events are delivered in order', async (open) => {
    const late = `window.wootric = null; setTimeout(() => { ${BEACON} }, 2000)`
    const page = await open({ beacon: serveScript(late) })
    await page.visit()
    await page.waitForCalls(ALL_STEPS.length)
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
  })

  for (const [command, failing] of [
    ['run', [0, 1, 4, 5]],
    ['page', [2]],
    ['group', [3]]
  ] as const) {
    row(
      `a beacon that throws on ${command}`,
      'these events fail without its message, the others are delivered',
      async (open) => {
        const page = await open({ beacon: serveScript(`window.brokenCommand = '${command}'; ${THROWING}`) })
        await page.visit()
        await page.expectFailures(failing, `beacon threw an error on ${command}`)
        expect(await page.toldSteps()).toEqual(ALL_STEPS.filter((step) => !failing.some((other) => other === step)))
      }
    )
  }

  row(
    'a beacon that returns a rejected promise',
    'all events are delivered, no rejection is unhandled',
    async (open) => {
      const rejecting = `${BEACON}
      const record = window.wootric
      window.wootric = (command) => {
        record(command)
        return Promise.reject(new Error(wootricSettings.email))
      }`
      const page = await open({ beacon: serveScript(rejecting) })
      await page.visit()
      await page.settled()
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
    }
  )

  row('wootric replaced by another function', 'later events go to the new one', async (open) => {
    const page = await open()
    await page.visit([0, 1])
    await page.settled()
    await page.site.page.evaluate(`window.wootric = () => { throw new Error('old') }; ${BEACON}`)
    await page.visit([2, 3, 4, 5])
    await page.settled()
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
  })

  row('wootric deleted', 'later events fail with the cause', async (open) => {
    const page = await open()
    await page.visit([0, 1])
    await page.settled()
    await page.site.page.evaluate('delete window.wootric')
    await page.visit([2, 3, 4, 5])
    await page.expectFailures([2, 3, 4, 5], 'window.wootric is not a function')
  })

  for (const [fault, change] of [
    ['replaced by another object', 'window.wootricSettings = { aria: true }'],
    ['deleted', 'delete window.wootricSettings'],
    ['frozen', 'Object.freeze(window.wootricSettings)'],
    ['sealed', 'Object.seal(window.wootricSettings)'],
    [
      'given a getter that throws',
      `Object.defineProperty(wootricSettings, 'email', { enumerable: true, get() { throw new Error('ann-7731') } })`
    ],
    [
      'given a setter that ignores every value',
      `Object.defineProperty(wootricSettings, 'email', { enumerable: true, get: () => undefined, set: () => undefined })`
    ]
  ] as const) {
    row(`wootricSettings ${fault}`, 'later events are delivered with the whole user', async (open) => {
      const page = await open()
      await page.visit([0])
      await page.settled()
      await page.site.page.evaluate(change)
      await page.visit([1, 2, 3, 4, 5])
      await page.settled()
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
      const calls = await page.site.beaconCalls()
      expect([calls[1], calls[5]].map((call) => call?.settings)).toEqual([
        expect.objectContaining({
          email: 'ann-7731@secret.example',
          segment_user_id: 'ann-7731',
          account_token: 'NPS-4aeb53c1'
        }),
        expect.objectContaining({
          email: 'bob-4452@secret.example',
          segment_user_id: 'bob-4452',
          account_token: 'NPS-4aeb53c1'
        })
      ])
    })
  }

  for (const [fault, descriptor] of [
    ['that cannot be replaced or changed', '{ value: Object.freeze({ ...wootricSettings }), writable: false }'],
    ['behind a getter that throws', '{ get() { throw new Error("ann-7731") } }']
  ] as const) {
    row(
      `wootricSettings ${fault}`,
      'later events fail, and no survey is requested for the former user',
      async (open) => {
        const page = await open()
        await page.visit([0, 1])
        await page.settled()
        await page.site.page.evaluate(`Object.defineProperty(window, 'wootricSettings', ${descriptor})`)
        await page.visit([4, 5])
        await page.expectFailures([4, 5], 'the page does not allow changes to wootricSettings')
        expect(await page.toldSteps()).toEqual([0, 1])
      }
    )
  }
})
