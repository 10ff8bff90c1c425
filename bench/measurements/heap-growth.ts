import type { Page } from 'playwright-core'
import { heapOf } from '../../src/__tests__/support/heap'
import { alternate } from '../alternation'
import { differences, figureOf, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'

const EVENTS = 10_000
const KINDS: EventKind[] = ['identify', 'track', 'page', 'group']

/** By how much a page grows over 10,000 events, with this destination and with one that does nothing. */
export async function heapGrowth(open: OpenPage): Promise<Figure[]> {
  const measure = async (contender: string) => {
    const page = await open('with-beacon/site-page')
    await page.evaluate((contender) => window.bench.start(contender), contender)
    let before = 0
    return async () => {
      await makeEvents(page)
      const after = await heapOf(page)
      const growth = after - before
      before = after
      return growth / EVENTS
    }
  }
  const runs = await alternate({ inmoment: await measure('inmoment'), noOp: await measure('no-op') })
  return [
    figureOf('more than with a no-op', 'bytes an event', differences(runs.inmoment, runs.noOp), goals.heapGrowth),
    figureOf('with InMoment', 'bytes an event', runs.inmoment),
    figureOf('with a no-op', 'bytes an event', runs.noOp)
  ]
}

async function makeEvents(page: Page): Promise<void> {
  for (const kind of KINDS) {
    await page.evaluate(([kind, count]) => window.bench.makeEvents(kind, 10, count), [
      kind,
      EVENTS / KINDS.length
    ] as const)
  }
}
