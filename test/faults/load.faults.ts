import { measureHeap } from '../support/heap'
import { keepBusy, longestStretch, openBusyPage, toldCount } from './support/busy-page'
import { faults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'

const WARM = 2_000
const ALL = 10_000

/** In bytes: less than the id of an event takes, so that not even a list of those could grow. */
const MOST_PER_EVENT = 32

/** In milliseconds: what the browser calls a long task. */
const LONG_TASK = 50

jest.setTimeout(180_000)

/** How many bytes the page holds more after all events than after the first, which warm it up. */
async function growthOf(page: FaultyPage): Promise<number> {
  await keepBusy(page, 0, WARM)
  const warm = await measureHeap(page.site.page)
  await keepBusy(page, WARM, ALL)
  return (await measureHeap(page.site.page)) - warm
}

faults('Load', (row) => {
  row('10,000 events in one page', 'nothing of ours grows, and none of our work takes 50 ms', async (open) => {
    const page = await openBusyPage(open, 'inmoment')
    const growth = await growthOf(page)
    expect(await toldCount(page)).toBe(ALL)
    expect(await longestStretch(page)).toBeGreaterThan(0)
    expect(await longestStretch(page)).toBeLessThanOrEqual(LONG_TASK)

    // analytics.js keeps some bytes of each event itself, and so a page without us tells what is ours.
    const pageWithoutUs = await openBusyPage(open, 'nobody')
    const growthWithoutUs = await growthOf(pageWithoutUs)
    expect((growth - growthWithoutUs) / (ALL - WARM)).toBeLessThan(MOST_PER_EVENT)
  })
})
