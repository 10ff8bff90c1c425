import { heapOf } from '../../../../test/support/heap'
import { alternate } from '../alternation'
import { differences, figureOf, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'
import type { EventKind } from '../pages/site-page'
import { makeEvents, startedPage } from '../started-page'

const EVENTS = 10_000
const KINDS: EventKind[] = ['identify', 'track', 'page', 'group']

/** Measures the heap growth of a page over 10,000 events, with this destination and with a no-op. */
export async function heapGrowth(open: OpenPage): Promise<Figure[]> {
  const measure = async (build: string) => {
    const page = await startedPage(open, build)
    let before = 0
    return async () => {
      for (const kind of KINDS) await makeEvents(page, kind, 10, EVENTS / KINDS.length)
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
