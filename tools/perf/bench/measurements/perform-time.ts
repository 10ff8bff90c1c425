import type { Page } from 'playwright-core'
import { measureAlternately } from '../alternate'
import { createFigure, getDifferences, getRatios, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'
import { getCaseName } from '../case-name'

/** Each run must be long enough for the browser's clock. */
const TRAITS_PER_RUN = 100_000

interface Runs {
  /** In milliseconds per event. */
  perform: number[]
  roundTrip: number[]
}

/** Measures the actions without analytics.js and the runtime, compared with a JSON round trip of the same values. */
export async function measurePerformTime(open: OpenPage): Promise<Figure[]> {
  const figures: Figure[] = []

  const measure = async (kind: EventKind, count: number): Promise<Runs> => {
    // A new page for each case, because events after an identify event also have its traits.
    const page = await open('perform-page')
    const times = Math.ceil(TRAITS_PER_RUN / count)
    const runs = await measureAlternately({
      perform: () => measurePerform(page, kind, count, times),
      roundTrip: () =>
        page.evaluate(([count, times]) => window.performBench.measureRoundTrip(count, times), [count, times] as const)
    })
    await page.context().close()
    const name = getCaseName(kind, count)
    figures.push(
      createFigure(
        `${name}: compared with a JSON round trip`,
        'ratio',
        getRatios(runs.perform, runs.roundTrip),
        goals.performToJson
      ),
      createFigure(`${name}: per event`, 'µs', toMicroseconds(runs.perform))
    )
    return runs
  }

  const few = await measure('identify', 10)
  await measure('identify', 100)
  const many = await measure('identify', 1_000)
  const most = await measure('identify', 10_000)
  for (const kind of ['track', 'page', 'group'] as const) await measure(kind, 10)

  const getTimePerTrait = (more: number[], less: number[]) =>
    getDifferences(more, less).map((time) => time / (1_000 - 10))
  const trait = getTimePerTrait(many.perform, few.perform)
  const inJson = getTimePerTrait(many.roundTrip, few.roundTrip)
  const growth = getRatios(most.perform, many.perform).map((ratio) => ratio / 10)
  return [
    ...figures,
    createFigure(
      'identify, an additional trait: compared with a JSON round trip',
      'ratio',
      getRatios(trait, inJson),
      goals.performToJson
    ),
    createFigure('identify, an additional trait', 'µs', toMicroseconds(trait)),
    createFigure('identify, a trait of 10,000 compared with one of 1,000', 'ratio', growth, goals.performGrowth)
  ]
}

function toMicroseconds(runs: number[]): number[] {
  return runs.map((time) => time * 1000)
}

function measurePerform(page: Page, kind: EventKind, count: number, times: number): Promise<number> {
  return page.evaluate(([kind, count, times]) => window.performBench.measurePerform(kind, count, times), [
    kind,
    count,
    times
  ] as const)
}
