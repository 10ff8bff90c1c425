import type { Page } from 'playwright-core'
import { heapOf } from '../../../../test/support/heap'
import { alternate } from '../alternation'
import { figureOf, ratios, type Figure } from '../figure'
import goals from '../goals.json'
import { mainThread } from '../main-thread'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'
import { makeEvents, startedPage } from '../started-page'
import { valuesOf } from '../values-of'

/** Kind, number of values, and how many events a run has. */
const CASES: [EventKind, number, number][] = [
  ['identify', 10, 1_000],
  ['identify', 100, 1_000],
  ['identify', 1_000, 200],
  ['track', 10, 1_000],
  ['page', 10, 1_000],
  ['group', 10, 1_000]
]

/**
 * Measures the main thread's time for an event through analytics.js, over a no-op destination with the same mappings.
 * Excludes the time in which analytics.js only waits, which is the same for all destinations.
 */
export async function eventTime(open: OpenPage): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [kind, values, count] of CASES) {
    // New pages for each kind, because analytics.js keeps all traits of a user.
    const [inmoment, noOp] = [await startedPage(open, 'inmoment'), await startedPage(open, 'no-op')]
    const measure = async (page: Page) => {
      // Collects the garbage of the previous run.
      await heapOf(page)
      return (await mainThread(page, () => makeEvents(page, kind, values, count))) / count
    }
    const runs = await alternate({ inmoment: () => measure(inmoment), noOp: () => measure(noOp) })
    const name = valuesOf(kind, values)
    figures.push(
      figureOf(`${name}: over a no-op`, 'ratio', ratios(runs.inmoment, runs.noOp), goals.eventToNoOp),
      figureOf(`${name}: with InMoment`, 'ms', runs.inmoment),
      figureOf(`${name}: with a no-op`, 'ms', runs.noOp)
    )
    for (const page of [inmoment, noOp]) await page.context().close()
  }
  return figures
}
