import type { Page } from 'playwright-core'
import { alternate } from '../alternation'
import { differences, figureOf, ratios, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'
import { valuesOf } from '../values-of'

/** Each run takes long enough for the browser's clock. */
const TRAITS_A_RUN = 100_000

interface Runs {
  /** In milliseconds per event. */
  perform: number[]
  roundTrip: number[]
}

/** Measures the actions without analytics.js and the runtime, over a JSON round trip of the same values. */
export async function performTime(open: OpenPage): Promise<Figure[]> {
  const figures: Figure[] = []

  const measure = async (kind: EventKind, count: number): Promise<Runs> => {
    // A new page each time, because a user keeps the traits of earlier events.
    const page = await open('perform-page')
    const times = Math.ceil(TRAITS_A_RUN / count)
    const runs = await alternate({
      perform: () => perform(page, kind, count, times),
      roundTrip: () =>
        page.evaluate(([count, times]) => window.performBench.roundTrip(count, times), [count, times] as const)
    })
    await page.context().close()
    const name = valuesOf(kind, count)
    figures.push(
      figureOf(`${name}: over a JSON round trip`, 'ratio', ratios(runs.perform, runs.roundTrip), goals.performToJson),
      figureOf(`${name}: an event`, 'µs', microseconds(runs.perform))
    )
    return runs
  }

  const few = await measure('identify', 10)
  await measure('identify', 100)
  const many = await measure('identify', 1_000)
  const very = await measure('identify', 10_000)
  for (const kind of ['track', 'page', 'group'] as const) await measure(kind, 10)

  const further = (more: number[], less: number[]) => differences(more, less).map((time) => time / (1_000 - 10))
  const trait = further(many.perform, few.perform)
  const inJson = further(many.roundTrip, few.roundTrip)
  const growth = ratios(very.perform, many.perform).map((ratio) => ratio / 10)
  return [
    ...figures,
    figureOf('identify, a further trait: over a JSON round trip', 'ratio', ratios(trait, inJson), goals.performToJson),
    figureOf('identify, a further trait', 'µs', microseconds(trait)),
    figureOf('identify, a trait among 10,000 over one among 1,000', 'ratio', growth, goals.performGrowth)
  ]
}

function microseconds(runs: number[]): number[] {
  return runs.map((time) => time * 1000)
}

function perform(page: Page, kind: EventKind, count: number, times: number): Promise<number> {
  return page.evaluate(([kind, count, times]) => window.performBench.perform(kind, count, times), [
    kind,
    count,
    times
  ] as const)
}
