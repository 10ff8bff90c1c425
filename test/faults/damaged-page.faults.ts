import { serveScript, type SiteOptions } from '../support/site'
import { describeFaults } from './support/fault'
import { ALL_STEPS } from './support/visit'

/** A fake beacon that uses nothing that these faults damage. */
const SAFE_BEACON = `
  window.beaconCalls ??= []
  window.wootric = (command) => {
    beaconCalls.push({ command, settings: structuredClone(window.wootricSettings) })
  }`

/** The warning of analytics.js that it cannot write cookies if all objects have additional keys. */
const ANALYTICS_COOKIES = /^console\.warning: .*Can't set key "ajs_/

/** The warning about an inherited function that analytics.js has copied into the event. */
const COPIED_FUNCTION = /^warn InMoment: (properties|traits)\.extend was dropped because it is a function/

/** Changes of JavaScript's built-in objects. analytics.js without this destination works with each of them. */
const DAMAGES: [string, () => void][] = [
  [
    'enumerable additions to Array.prototype',
    () => Object.assign(Array.prototype, { last: () => undefined, count: 7, contains: () => false })
  ],
  ['enumerable additions to Object.prototype', () => Object.assign(Object.prototype, { extend: () => undefined })],
  [
    'another account token on Object.prototype',
    () => Object.assign(Object.prototype, { accountToken: 'NPS-00000000', account_token: 'NPS-00000000' })
  ],
  [
    "Object.prototype with names of the destination's state",
    () => {
      Object.assign(Object.prototype, {
        failure: 'none',
        loadTimeout: 1,
        policy: 1,
        respondent: 1,
        requestIds: 1,
        survey: 1
      })
      // Not enumerable, because analytics.js would copy them into events.
      for (const name of ['hasReset', 'hasEarlierEvents', 'failedRequest']) {
        Object.defineProperty(Object.prototype, name, { value: 'damaged', writable: true })
      }
    }
  ],
  [
    'toJSON of arrays from Prototype.js',
    () => {
      const { stringify } = JSON
      Object.assign(Array.prototype, {
        toJSON(this: unknown[]) {
          return `[${this.map((value) => stringify(value)).join(', ')}]`
        }
      })
    }
  ],
  [
    'toJSON of strings from Prototype.js',
    () => Object.assign(String.prototype, { toJSON: (value: unknown) => String(value) })
  ],
  [
    'JSON.stringify that adds a key',
    () => {
      const { stringify } = JSON
      JSON.stringify = (value: unknown) =>
        stringify(typeof value === 'object' && !Array.isArray(value) ? { ...value, added: true } : value)
    }
  ],
  [
    'an old implementation of Array.from',
    () => {
      Object.assign(Array, { from: (values: unknown[]): unknown => Array.prototype.slice.call(values) })
    }
  ],
  [
    'an old implementation of Array.prototype.find',
    () => {
      Object.assign(Array.prototype, {
        find(this: unknown[], test: (value: unknown) => unknown) {
          for (const value of this) if (test(value)) return value
          return null
        }
      })
    }
  ],
  [
    'Object.entries in another order',
    () => {
      const { entries } = Object
      Object.assign(Object, { entries: (value: object): unknown => entries(value).reverse() })
    }
  ]
]

/** Values that another script defines under the symbol of the shared state, see page-state.ts. */
const FOREIGN_STATES: [string, () => void][] = [
  [
    'throws an error with personal values',
    () =>
      Object.defineProperty(window, Symbol.for('segment.actions-inmoment@1'), {
        get: () => {
          throw new Error(document.title)
        }
      })
  ],
  [
    'cannot be set',
    () => Object.defineProperty(window, Symbol.for('segment.actions-inmoment@1'), { get: () => undefined })
  ],
  ['is null', () => Object.assign(window, { [Symbol.for('segment.actions-inmoment@1')]: null })],
  ['is not an object', () => Object.assign(window, { [Symbol.for('segment.actions-inmoment@1')]: 7 })],
  [
    'has another shape',
    () => Object.assign(window, { [Symbol.for('segment.actions-inmoment@1')]: { respondent: {}, queue: {} } })
  ],
  [
    'has properties that throw',
    () =>
      Object.assign(window, {
        [Symbol.for('segment.actions-inmoment@1')]: new Proxy(
          {},
          {
            get: () => {
              throw new Error(document.title)
            }
          }
        )
      })
  ]
]

describeFaults('Damaged page', (addFault) => {
  for (const [fault, damage] of DAMAGES) {
    addFault(fault, 'every event is delivered', async (open) => {
      const options: SiteOptions = {
        initScript: damage,
        beacon: serveScript(SAFE_BEACON)
      }
      const pageWithoutInMoment = await open({ ...options, settings: { subscriptions: [] } })
      pageWithoutInMoment.expectProblem(ANALYTICS_COOKIES)
      await pageWithoutInMoment.makeEvents()
      expect(await pageWithoutInMoment.getSentSteps()).toEqual([])
      await pageWithoutInMoment.expectNoHarm()

      const page = await open(options)
      page.expectProblem(ANALYTICS_COOKIES)
      await page.makeEvents()
      expect((await page.getLogs()).filter((log) => !COPIED_FUNCTION.test(log))).toEqual([])
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
    })
  }

  for (const [fault, damage] of FOREIGN_STATES) {
    addFault(
      `the shared state on window ${fault}`,
      'every event is delivered, without an uncaught error',
      async (open) => {
        await (await open({ initScript: damage })).expectVisitDelivered()
      }
    )
  }

  addFault('JSON.stringify that throws during a survey response', 'no error reaches the beacon', async (open) => {
    const page = await open({ settings: { surveyEvents: 'scores' } })
    await page.makeEvents()
    await page.waitForCalls(ALL_STEPS.length)
    // InMoment Survey Shown is tracked, and the response is lost.
    page.expectExtraEvents(1)
    // The warning of analytics.js itself.
    page.expectProblem(/^console\.warning: Unable to access ajs_/)
    const thrown = await page.site.page.evaluate(() => {
      const { stringify } = JSON
      JSON.stringify = () => {
        throw new Error('no JSON here')
      }
      try {
        window.wootricSettings?.callbacks?.after_show?.()
        window.wootricSettings?.callbacks?.after_response?.(9, 'Good coffee')
        return undefined
      } catch (error) {
        return String(error)
      } finally {
        JSON.stringify = stringify
      }
    })
    expect(thrown).toBeUndefined()
  })
})
