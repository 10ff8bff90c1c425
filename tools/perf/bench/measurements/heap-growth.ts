import { measureHeap } from '../../heap'
import { measureAlternately } from '../alternate'
import { createFigure, getDifferences, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'
import { openStartedPage, sendEvents } from '../started-page'

const EVENTS = 10_000
const KINDS: EventKind[] = ['identify', 'track', 'page', 'group']

/** Measures how much the heap of a page grows over 10,000 events, compared with a no-op destination. */
export async function measureHeapGrowth(open: OpenPage): Promise<Figure[]> {
  const measure = async (variant: string) => {
    const page = await openStartedPage(open, variant)
    let before = 0
    return async () => {
      for (const kind of KINDS) await sendEvents(page, kind, 10, EVENTS / KINDS.length)
      const after = await measureHeap(page)
      const growth = after - before
      before = after
      return growth / EVENTS
    }
  }
  const runs = await measureAlternately({ inmoment: await measure('inmoment'), noOp: await measure('no-op') })
  return [
    createFigure(
      'more than with a no-op',
      'bytes per event',
      getDifferences(runs.inmoment, runs.noOp),
      goals.heapGrowth
    ),
    createFigure('with InMoment', 'bytes per event', runs.inmoment),
    createFigure('with a no-op', 'bytes per event', runs.noOp)
  ]
}
