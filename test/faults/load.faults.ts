import { measureHeap } from '../../tools/perf/heap'
import { getCommandCount, getLongestCall, makeManyEvents, openBusyPage } from './support/busy-page'
import { describeFaults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'

const WARM_UP = 1_000
const EVENTS = 5_000

/** In bytes: less than the size of a message ID, so that no list of events can grow. */
const MAX_BYTES_PER_EVENT = 32

/** In milliseconds: a long task (https://developer.mozilla.org/en-US/docs/Glossary/Long_task). */
const LONG_TASK = 50

jest.setTimeout(180_000)

/** How many bytes the heap grows after the warm-up. */
async function measureGrowth(page: FaultyPage): Promise<number> {
  await makeManyEvents(page, 0, WARM_UP)
  const before = await measureHeap(page.site.page)
  await makeManyEvents(page, WARM_UP, EVENTS)
  return (await measureHeap(page.site.page)) - before
}

describeFaults('Load', (addFault) => {
  addFault(
    '5,000 events on one page',
    'the heap does not grow, and no call of the destination takes 50 ms',
    async (open) => {
      const page = await openBusyPage(open, 'inmoment')
      const growth = await measureGrowth(page)
      expect(await getCommandCount(page)).toBe(EVENTS)
      expect(await getLongestCall(page)).toBeGreaterThan(0)
      expect(await getLongestCall(page)).toBeLessThanOrEqual(LONG_TASK)

      // The heap of analytics.js itself grows with each event.
      const otherPage = await openBusyPage(open, 'no-op')
      const otherGrowth = await measureGrowth(otherPage)
      expect((growth - otherGrowth) / (EVENTS - WARM_UP)).toBeLessThan(MAX_BYTES_PER_EVENT)
    }
  )
})
