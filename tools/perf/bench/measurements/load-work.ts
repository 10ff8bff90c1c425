import type { Browser } from 'playwright-core'
import { BEACON_URL } from '../../../../src/destinations/inmoment/wootric/script'
import { measureAlternately } from '../alternate'
import { createFigure, getDifferences, type Figure } from '../figure'
import goals from '../goals.json'
import { measureMainThread } from '../main-thread'
import type { OpenPage } from '../open-page'
import { traceWork } from '../trace'

const SLOWDOWNS = [4, 6]

const BEACON = { contentType: 'text/javascript', body: 'window.wootric = () => undefined' }

/** In milliseconds. */
interface Load {
  /** How long the main thread was busy. */
  busy: number
  longestCall: number
  longestTask: number
}

/**
 * Measures the work of the main thread while a page loads for a returning user and sends events immediately, on a
 * slower processor, compared with a no-op destination:
 * - the whole page
 * - the longest call of the destination's code: the evaluation of its script, including compilation, a call by the
 *   browser, or a call of its factory or plugins by analytics.js
 * - the longest task with such a call, including the work of analytics.js
 */
export async function measureLoadWork(open: OpenPage, browser: Browser): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const slowdown of SLOWDOWNS) {
    const measure = (variant: string, libraryName: string) => async () => {
      const page = await open('site-page')
      await page.route(BEACON_URL, (route) => route.fulfill(BEACON))
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.evaluate((name) => window.bench.measureCalls(name), libraryName)
      let busy = NaN
      const work = await traceWork(`/${variant}/`, browser, page, async () => {
        busy = await measureMainThread(page, () =>
          page.evaluate((name) => window.bench.loadForReturningUser(name), variant)
        )
      })
      const longestCall = Math.max(...work.calls, ...(await page.evaluate(() => window.bench.getCallTimes())))
      await page.context().close()
      return { busy, longestCall, longestTask: Math.max(...work.tasks) }
    }
    const { inmoment, noOp } = await measureAlternately({
      inmoment: measure('inmoment', 'inmomentDestination'),
      noOp: measure('no-op', 'noOpDestination')
    })
    const goal = slowdown === Math.max(...SLOWDOWNS) ? goals.longestCall : undefined
    const name = `${slowdown} times slower`
    const pick = (runs: Load[], key: keyof Load) => runs.map((run) => run[key])
    const more = getDifferences(pick(inmoment, 'busy'), pick(noOp, 'busy'))
    figures.push(
      createFigure(`${name}: longest call of InMoment`, 'ms', pick(inmoment, 'longestCall'), goal),
      createFigure(`${name}: longest call of a no-op`, 'ms', pick(noOp, 'longestCall')),
      createFigure(`${name}: longest task with InMoment`, 'ms', pick(inmoment, 'longestTask')),
      createFigure(`${name}: longest task with a no-op`, 'ms', pick(noOp, 'longestTask')),
      createFigure(`${name}: page with InMoment`, 'ms', pick(inmoment, 'busy')),
      createFigure(`${name}: page with a no-op`, 'ms', pick(noOp, 'busy')),
      createFigure(`${name}: more than with a no-op`, 'ms', more)
    )
  }
  return figures
}
