import type { Browser } from 'playwright-core'
import { alternate, RUNS } from '../alternation'
import { differences, figureOf, type Figure } from '../figure'
import goals from '../goals.json'
import { mainThread } from '../main-thread'
import type { OpenPage } from '../open-page'
import { workOf } from '../trace'

const SLOWDOWNS = [4, 6]

const BEACON = { contentType: 'text/javascript', body: 'window.wootric = () => undefined' }

const LIBRARIES = { inmoment: 'inmomentDestination', noOp: 'noOpDestination' }
type Library = keyof typeof LIBRARIES

/**
 * The work of the main thread as a page loads for a user who has been there before and makes events at once, on a
 * processor slowed so many times: that of the page as a whole, beside the same page with a destination that does
 * nothing; the longest stretch of the destination's own, which is the evaluation of its script, compilation included, a
 * call that the browser makes into it, or one of its factory or plugins by analytics.js; and the longest task that has
 * its script in it, with what analytics.js does there.
 */
export async function loadWork(open: OpenPage, browser: Browser): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const slowdown of SLOWDOWNS) {
    const stretches: Record<Library, number[]> = { inmoment: [], noOp: [] }
    const tasks: Record<Library, number[]> = { inmoment: [], noOp: [] }
    const measure = (library: Library, contender: string) => async () => {
      const page = await open('site-page')
      await page.route('https://cdn.wootric.com/**', (route) => route.fulfill(BEACON))
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.evaluate((name) => window.bench.watch(name), LIBRARIES[library])
      let busy = NaN
      const work = await workOf(`/${contender}/`, browser, page, async () => {
        busy = await mainThread(page, () => page.evaluate((name) => window.bench.loadForKnownUser(name), contender))
      })
      stretches[library].push(Math.max(...work.entries, ...(await page.evaluate(() => window.bench.stretches()))))
      tasks[library].push(Math.max(...work.tasks))
      await page.context().close()
      return busy
    }
    const runs = await alternate({ inmoment: measure('inmoment', 'inmoment'), noOp: measure('noOp', 'no-op') })
    const goal = slowdown === Math.max(...SLOWDOWNS) ? goals.longestStretch : undefined
    const name = `${slowdown} times slower`
    const counted = (all: number[]) => all.slice(-RUNS)
    figures.push(
      figureOf(`${name}: longest stretch of InMoment`, 'ms', counted(stretches.inmoment), goal),
      figureOf(`${name}: longest stretch of a no-op`, 'ms', counted(stretches.noOp)),
      figureOf(`${name}: longest task with InMoment in it`, 'ms', counted(tasks.inmoment)),
      figureOf(`${name}: longest task with a no-op in it`, 'ms', counted(tasks.noOp)),
      figureOf(`${name}: page with InMoment`, 'ms', runs.inmoment),
      figureOf(`${name}: page with a no-op`, 'ms', runs.noOp),
      figureOf(`${name}: more than with a no-op`, 'ms', differences(runs.inmoment, runs.noOp))
    )
  }
  return figures
}
