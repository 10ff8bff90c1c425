import { join } from 'node:path'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { analyticsReady } from '../support/site'
import type { ofSize } from './pages/arbitrary-values'
import type { Trial } from './pages/data-page'
import { faults, type OpenPage } from './support/fault'
import type { FaultyPage } from './support/faulty-page'

interface Trials {
  tryPayloads: (count: number) => Promise<Trial>
  tryEvents: (count: number, subscriptions: object[], isJson: boolean) => Promise<Trial>
  growth: (kind: keyof typeof ofSize, size: number) => Promise<number>
}

const PRESETS: object[] = presetSubscriptions()

/** How many payloads and events a run tries, all in all. */
const PAYLOADS = 70_000
const EVENTS = 15_000

/** Ten times as much may take ten times as long, and this much more for what a machine does beside it. */
const TOLERANCE = 3

jest.setTimeout(240_000)

/** A page with the trials on it; each begins with an event of its own. */
async function openTrials(open: OpenPage): Promise<FaultyPage> {
  const page = await open()
  page.expectOwnEvents(1)
  await analyticsReady(page.site.page)
  await page.site.page.waitForFunction('window.wootric && window.inmomentDestination')
  await page.site.page.addScriptTag({ path: join(__dirname, 'dist/data-page.js') })
  return page
}

/** Some payloads rightly ask the beacon for nothing, such as an event without a name; most do. */
function expectHarmless({ told, ...outcome }: Trial, payloads: number): void {
  expect(outcome).toEqual({ payloads })
  expect(told).toBeGreaterThan(payloads / 2)
}

faults('Data', (row) => {
  row(
    `${PAYLOADS} random payloads of any kind`,
    "none fails, InMoment's rules hold, nothing is changed",
    async (open) => {
      const { site } = await openTrials(open)
      const trial = await site.page.evaluate((count) => (window as unknown as Trials).tryPayloads(count), PAYLOADS)
      expectHarmless(trial, PAYLOADS)
    }
  )

  for (const [kind, isJson, promise] of [
    ['random JSON events', true, "none fails, InMoment's rules hold, nothing is changed"],
    ['random events of any kind', false, "InMoment's rules hold, nothing is changed"]
  ] as const) {
    row(`${EVENTS} ${kind} through the presets`, promise, async (open) => {
      const { site } = await openTrials(open)
      const trial = await site.page.evaluate(
        ({ count, subscriptions, isJson }) => (window as unknown as Trials).tryEvents(count, subscriptions, isJson),
        { count: EVENTS, subscriptions: PRESETS, isJson }
      )
      expectHarmless(trial, EVENTS)
    })
  }

  for (const [fault, kind, size] of [
    ['20,000 keys', 'keys', 2_000],
    ['a text of 400 KB', 'text', 40_000],
    ['2,000 values in a name of 16,000 characters', 'names', 200],
    ['1,000 levels of nesting', 'levels', 100]
  ] as const) {
    row(fault, 'delivered, and ten times as much takes ten times as long at the most', async (open) => {
      const { site } = await openTrials(open)
      const growth = await site.page.evaluate(({ kind, size }) => (window as unknown as Trials).growth(kind, size), {
        kind,
        size
      })
      expect(growth).toBeGreaterThan(0)
      expect(growth).toBeLessThan(10 * TOLERANCE)
    })
  }
})
