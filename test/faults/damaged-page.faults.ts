import { serveScript, type SiteOptions } from '../support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

/** A beacon whose log needs nothing that the rows damage. */
const BEACON = `
  window.beaconCalls ??= []
  window.wootric = (command) => {
    beaconCalls.push({ command, settings: structuredClone(window.wootricSettings) })
  }`

/** What analytics.js logs about cookies that it cannot write if every object has additional keys. */
const ANALYTICS_COOKIES = /^console\.warning: .*Can't set key "ajs_/

/** What the destination logs about an inherited function that analytics.js has copied into the event. */
const COPIED_FUNCTION = /^warn InMoment: (properties|traits)\.extend was dropped because it is a function/

/** What a page changes in JavaScript itself. analytics.js without this destination works with each of them. */
const DAMAGES: [string, () => void][] = [
  [
    'enumerable additions to Array.prototype',
    () => Object.assign(Array.prototype, { last: () => undefined, count: 7, contains: () => false })
  ],
  ['enumerable additions to Object.prototype', () => Object.assign(Object.prototype, { extend: () => undefined })],
  ['Object.prototype.accountToken', () => Object.assign(Object.prototype, { accountToken: 'NPS-00000000' })],
  [
    'Object.prototype with names of our own state',
    () =>
      Object.assign(Object.prototype, {
        failure: 'none',
        loadTimeout: 1,
        policy: 1,
        respondent: 1,
        requestIds: 1,
        survey: 1
      })
  ],
  [
    "Prototype.js's toJSON of arrays",
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
    "Prototype.js's toJSON of text",
    () => Object.assign(String.prototype, { toJSON: (value: unknown) => String(value) })
  ],
  [
    'JSON.stringify that adds to what it is given',
    () => {
      const { stringify } = JSON
      JSON.stringify = (value: unknown) =>
        stringify(typeof value === 'object' && !Array.isArray(value) ? { ...value, added: true } : value)
    }
  ],
  [
    'Array.from of an old library',
    () => {
      Object.assign(Array, { from: (values: unknown[]): unknown => Array.prototype.slice.call(values) })
    }
  ],
  [
    'Array.prototype.find of an old library',
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
    'Object.entries without order',
    () => {
      const { entries } = Object
      Object.assign(Object, { entries: (value: object): unknown => entries(value).reverse() })
    }
  ]
]

/** What another script defines under the name of the record that the instances on a page share. */
const HOSTILE_RECORDS: [string, () => void][] = [
  [
    'throws an error with a quotation of the page',
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

faults('Damaged page', (row) => {
  for (const [fault, damage] of DAMAGES) {
    row(fault, 'every event is delivered, as by analytics.js alone', async (open) => {
      const options: SiteOptions = {
        before: damage,
        beacon: serveScript(BEACON)
      }
      const alone = await open({ ...options, settings: { subscriptions: [] } })
      alone.expectProblem(ANALYTICS_COOKIES)
      await alone.visit()
      expect(await alone.toldSteps()).toEqual([])
      await alone.expectUnharmed()

      const page = await open(options)
      page.expectProblem(ANALYTICS_COOKIES)
      await page.visit()
      expect((await page.logs()).filter((log) => !COPIED_FUNCTION.test(log))).toEqual([])
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
    })
  }

  for (const [fault, damage] of HOSTILE_RECORDS) {
    row(`a shared record that ${fault}`, 'every event is delivered, without an error on the page', async (open) => {
      await (await open({ before: damage })).expectWholeVisit()
    })
  }

  row('JSON.stringify that throws while a survey is answered', 'the beacon sees no error', async (open) => {
    const page = await open({ settings: { surveyEvents: 'scores' } })
    await page.visit()
    await page.waitForCalls(ALL_STEPS.length)
    // InMoment Survey Shown is tracked; the response is lost.
    page.expectOwnEvents(1)
    // What analytics.js itself logs then.
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
