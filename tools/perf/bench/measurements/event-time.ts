import type { Page } from 'playwright-core'
import { measureHeap } from '../../heap'
import { measureAlternately } from '../alternate'
import { createFigure, getRatios, type Figure } from '../figure'
import goals from '../goals.json'
import { measureMainThread } from '../main-thread'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'
import { openStartedPage, sendEvents } from '../started-page'
import { getCaseName } from '../case-name'

/** The kind, the number of values per event, and the number of events per run. */
const CASES: [EventKind, number, number][] = [
  ['identify', 10, 1_000],
  ['identify', 100, 1_000],
  ['identify', 1_000, 200],
  ['track', 10, 1_000],
  ['page', 10, 1_000],
  ['group', 10, 1_000]
]

/**
 * Measures the main thread's time for an event through analytics.js, compared with a no-op destination with the same
 * mappings. The time for which analytics.js waits is not included, because it hides the differences.
 */
export async function measureEventTime(open: OpenPage): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [kind, values, count] of CASES) {
    // A new page for each case, because analytics.js keeps all traits of a user.
    const [inmoment, noOp] = [await openStartedPage(open, 'inmoment'), await openStartedPage(open, 'no-op')]
    const measure = async (page: Page) => {
      // Collects the garbage of earlier runs, so that this one does not have to.
      await measureHeap(page)
      return (await measureMainThread(page, () => sendEvents(page, kind, values, count))) / count
    }
    const runs = await measureAlternately({ inmoment: () => measure(inmoment), noOp: () => measure(noOp) })
    const name = getCaseName(kind, values)
    figures.push(
      createFigure(`${name}: compared with a no-op`, 'ratio', getRatios(runs.inmoment, runs.noOp), goals.eventToNoOp),
      createFigure(`${name}: with InMoment`, 'ms', runs.inmoment),
      createFigure(`${name}: with a no-op`, 'ms', runs.noOp)
    )
    for (const page of [inmoment, noOp]) await page.context().close()
  }
  return figures
}
