import { serveScript, type SiteOptions } from '../src/__tests__/support/site'
import { faults } from './support/fault'
import { ALL_STEPS } from './support/visitor'

/** A beacon that keeps its log without what the rows damage. */
const BEACON = `
  window.beaconCalls ??= []
  window.wootric = (command) => {
    beaconCalls.push({ command, settings: structuredClone(window.wootricSettings) })
  }`

/** What analytics.js says of the cookies that it cannot write where each object has more keys than it was given. */
const ANALYTICS_COOKIES = /^console\.warning: .*Can't set key "ajs_/

/** What a page does to JavaScript itself, each of which analytics.js bears without this destination. */
const DAMAGES: [string, () => void][] = [
  [
    'enumerable additions to Array.prototype',
    () => Object.assign(Array.prototype, { last: () => undefined, count: 7, contains: () => false })
  ],
  ['enumerable additions to Object.prototype', () => Object.assign(Object.prototype, { extend: () => undefined })],
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

faults('Damaged page', (row) => {
  for (const [fault, damage] of DAMAGES) {
    row(fault, 'every event is told, since analytics.js alone bears it too', async (open) => {
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
      await page.expectWholeVisit()
    })
  }

  row('JSON.stringify that throws while a survey is answered', 'nothing is thrown into the beacon', async (open) => {
    const page = await open({ settings: { surveyEvents: 'scores' } })
    await page.visit()
    await page.waitForCalls(ALL_STEPS.length)
    // That the survey was shown is told to Segment; its answer is lost.
    page.expectOwnEvents(1)
    // What analytics.js itself says then.
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
