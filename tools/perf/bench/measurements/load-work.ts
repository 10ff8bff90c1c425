import type { Browser } from 'playwright-core'
import { BEACON_URL } from '../../../../src/destinations/inmoment/wootric/script'
import { alternate } from '../alternation'
import { differences, figureOf, type Figure } from '../figure'
import goals from '../goals.json'
import { mainThread } from '../main-thread'
import type { OpenPage } from '../open-page'
import { workOf } from '../trace'

const SLOWDOWNS = [4, 6]

const BEACON = { contentType: 'text/javascript', body: 'window.wootric = () => undefined' }

/** In milliseconds. */
interface Load {
  /** How long the main thread was busy. */
  busy: number
  stretch: number
  task: number
}

/**
 * Measures the main thread while a page loads for a returning user and sends events immediately, on a slower processor:
 * - the whole page, compared with a no-op destination
 * - the longest stretch of the destination's own work: the evaluation of its script, or a call of its factory or plugins
 * - the longest task that includes its script, with the work of analytics.js in it
 */
export async function loadWork(open: OpenPage, browser: Browser): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const slowdown of SLOWDOWNS) {
    const measure = (build: string, libraryName: string) => async () => {
      const page = await open('site-page')
      await page.route(BEACON_URL, (route) => route.fulfill(BEACON))
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.evaluate((name) => window.bench.watch(name), libraryName)
      let busy = NaN
      const work = await workOf(`/${build}/`, browser, page, async () => {
        busy = await mainThread(page, () => page.evaluate((name) => window.bench.loadForKnownUser(name), build))
      })
      const stretch = Math.max(...work.entries, ...(await page.evaluate(() => window.bench.stretches())))
      await page.context().close()
      return { busy, stretch, task: Math.max(...work.tasks) }
    }
    const { inmoment, noOp } = await alternate({
      inmoment: measure('inmoment', 'inmomentDestination'),
      noOp: measure('no-op', 'noOpDestination')
    })
    const goal = slowdown === Math.max(...SLOWDOWNS) ? goals.longestStretch : undefined
    const name = `${slowdown} times slower`
    const of = (runs: Load[], key: keyof Load) => runs.map((run) => run[key])
    const more = differences(of(inmoment, 'busy'), of(noOp, 'busy'))
    figures.push(
      figureOf(`${name}: longest stretch of InMoment`, 'ms', of(inmoment, 'stretch'), goal),
      figureOf(`${name}: longest stretch of a no-op`, 'ms', of(noOp, 'stretch')),
      figureOf(`${name}: longest task with InMoment in it`, 'ms', of(inmoment, 'task')),
      figureOf(`${name}: longest task with a no-op in it`, 'ms', of(noOp, 'task')),
      figureOf(`${name}: page with InMoment`, 'ms', of(inmoment, 'busy')),
      figureOf(`${name}: page with a no-op`, 'ms', of(noOp, 'busy')),
      figureOf(`${name}: more than with a no-op`, 'ms', more)
    )
  }
  return figures
}
