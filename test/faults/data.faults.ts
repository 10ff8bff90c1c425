import { join } from 'node:path'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { getRuns } from '../support/random-runs'
import { waitForAnalytics } from '../support/site'
import type { ofSize } from './pages/arbitrary-values'
import type { Trial } from './pages/data-page'
import { describeFaults, type OpenPage } from './support/fault'
import type { FaultyPage } from './support/faulty-page'

interface TrialWindow {
  runPayloads: (count: number) => Promise<Trial>
  runEvents: (count: number, subscriptions: object[], isJson: boolean) => Promise<Trial>
  measureGrowth: (kind: keyof typeof ofSize, size: number) => Promise<number>
}

const PRESETS: object[] = presetSubscriptions()

const PAYLOADS = getRuns(15_000)
const EVENTS = getRuns(5_000)

/** Ten times the size may take 30 times as long, because other work on the machine affects the measurement. */
const MAX_GROWTH = 30

jest.setTimeout(Math.max(60_000, PAYLOADS * 10))

/** Opens a page with the trials. Each trial makes one event of its own. */
async function openTrials(open: OpenPage): Promise<FaultyPage> {
  const page = await open()
  page.expectExtraEvents(1)
  await waitForAnalytics(page.site.page)
  await page.site.page.waitForFunction('window.wootric && window.inmomentDestination')
  await page.site.page.addScriptTag({ path: join(__dirname, 'dist/data-page.js') })
  return page
}

/** Some payloads send no command, such as an event without a name. */
function expectHarmless({ commands, ...outcome }: Trial, payloads: number): void {
  expect(outcome).toEqual({ payloads })
  expect(commands).toBeGreaterThan(payloads / 2)
}

describeFaults('Data', (addFault) => {
  addFault(
    'random payloads with any JavaScript values',
    "none fails, InMoment's rules hold, and the input does not change",
    async (open) => {
      const { site } = await openTrials(open)
      const trial = await site.page.evaluate((count) => (window as unknown as TrialWindow).runPayloads(count), PAYLOADS)
      expectHarmless(trial, PAYLOADS)
    }
  )

  for (const [kind, isJson, promise] of [
    ['JSON values', true, "none fails, InMoment's rules hold, and the input does not change"],
    ['any JavaScript values', false, "InMoment's rules hold, and the input does not change"]
  ] as const) {
    addFault(`random events with ${kind}, with the presets`, promise, async (open) => {
      const { site } = await openTrials(open)
      const trial = await site.page.evaluate(
        ({ count, subscriptions, isJson }) =>
          (window as unknown as TrialWindow).runEvents(count, subscriptions, isJson),
        { count: EVENTS, subscriptions: PRESETS, isJson }
      )
      expectHarmless(trial, EVENTS)
    })
  }

  for (const [fault, kind, size] of [
    ['an event with 20,000 keys', 'keys', 2_000],
    ['an event with 400 KB of text', 'text', 40_000],
    ['an event with 2,000 values below a name of 16,000 characters', 'names', 200],
    ['an event with 1,000 levels', 'levels', 100]
  ] as const) {
    addFault(fault, 'it is delivered, and its time is linear in its size', async (open) => {
      const { site } = await openTrials(open)
      const growth = await site.page.evaluate(
        ({ kind, size }) => (window as unknown as TrialWindow).measureGrowth(kind, size),
        { kind, size }
      )
      expect(growth).toBeGreaterThan(0)
      expect(growth).toBeLessThan(MAX_GROWTH)
    })
  }
})
