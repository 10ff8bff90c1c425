import type { Page } from 'playwright-core'
import { alternate } from '../alternation'
import { figureOf, ratios, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'
import { valuesOf } from '../values-of'

const KINDS: EventKind[] = ['track', 'page', 'group']
/** The last is ten times the one before, for growth. */
const TRAIT_COUNTS = [10, 100, 1_000, 10_000]
/** So that each run takes long enough for the browser's clock. */
const TRAITS_A_RUN = 100_000

/** The actions' own time, without analytics.js and the runtime, over a JSON round trip of the same values. */
export async function performTime(open: OpenPage): Promise<Figure[]> {
  const figures: Figure[] = []
  const perTrait = new Map<number, number[]>()

  const measure = async (kind: EventKind, count: number) => {
    // Anew each time: an event after an identify with thousands of traits has them all along.
    const page = await open('perform-page')
    const times = Math.ceil(TRAITS_A_RUN / count)
    const runs = await alternate({
      perform: () => perform(page, kind, count, times),
      roundTrip: () =>
        page.evaluate(([count, times]) => window.performBench.roundTrip(count, times), [count, times] as const)
    })
    const name = valuesOf(kind, count)
    const goal = kind === 'identify' ? goals.performToJson : undefined
    figures.push(
      figureOf(`${name}: over a JSON round trip`, 'ratio', ratios(runs.perform, runs.roundTrip), goal),
      figureOf(
        `${name}: an event`,
        'µs',
        runs.perform.map((time) => time * 1000)
      ),
      figureOf(
        `${name}: a value`,
        'µs',
        runs.perform.map((time) => (time * 1000) / count)
      )
    )
    await page.context().close()
    return runs.perform.map((time) => time / count)
  }

  for (const count of TRAIT_COUNTS) perTrait.set(count, await measure('identify', count))
  for (const kind of KINDS) await measure(kind, 10)
  const growth = ratios(perTrait.get(10_000) ?? [], perTrait.get(1_000) ?? [])
  figures.push(figureOf('identify: a trait among 10,000 over one among 1,000', 'ratio', growth, goals.performGrowth))
  return figures
}

function perform(page: Page, kind: EventKind, count: number, times: number): Promise<number> {
  return page.evaluate(([kind, count, times]) => window.performBench.perform(kind, count, times), [
    kind,
    count,
    times
  ] as const)
}
