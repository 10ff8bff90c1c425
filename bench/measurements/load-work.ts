import type { Browser } from 'playwright-core'
import { alternate } from '../alternation'
import { differences, figureOf, type Figure } from '../figure'
import goals from '../goals.json'
import { mainThread } from '../main-thread'
import type { OpenPage } from '../open-page'

const SLOWDOWNS = [4, 6]

const LIBRARIES = { inmoment: 'inmomentDestination', noOp: 'noOpDestination' }
type Library = keyof typeof LIBRARIES

interface TraceEvent {
  name: string
  /** In microseconds. */
  dur?: number
  args?: { data?: { url?: string } }
}

/**
 * The work of the main thread as the destination loads, on a processor slowed so many times: that of the page as a whole
 * beside the same page with a destination that does nothing, and the longest stretch of the destination's own. Such a
 * stretch is the evaluation of its script, compilation included, or a call of its factory or plugins.
 */
export async function loadWork(open: OpenPage, browser: Browser): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const slowdown of SLOWDOWNS) {
    const longest: Record<Library, number[]> = { inmoment: [], noOp: [] }
    const measure = (library: Library, contender: string) => async () => {
      const page = await open('site-page')
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.evaluate((name) => window.bench.watch(name), LIBRARIES[library])
      await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] })
      const busy = await mainThread(page, async () => {
        await page.evaluate(async (contender) => {
          await window.bench.start(contender)
          await window.bench.makeEvents('page', 0, 10)
        }, contender)
      })
      const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
      const stretches = await page.evaluate(() => window.bench.stretches())
      longest[library].push(Math.max(...stretches, ...evaluations(trace.traceEvents, `/${contender}/`)))
      await page.context().close()
      return busy
    }
    const runs = await alternate({ inmoment: measure('inmoment', 'inmoment'), noOp: measure('noOp', 'no-op') })
    const goal = slowdown === Math.max(...SLOWDOWNS) ? goals.longestStretch : undefined
    const name = `${slowdown} times slower`
    figures.push(
      figureOf(`${name}: longest stretch of InMoment`, 'ms', longest.inmoment.slice(1), goal),
      figureOf(`${name}: longest stretch of a no-op`, 'ms', longest.noOp.slice(1)),
      figureOf(`${name}: page with InMoment`, 'ms', runs.inmoment),
      figureOf(`${name}: page with a no-op`, 'ms', runs.noOp),
      figureOf(`${name}: more than with a no-op`, 'ms', differences(runs.inmoment, runs.noOp))
    )
  }
  return figures
}

function evaluations(events: TraceEvent[], path: string): number[] {
  const ours = events.filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.includes(path))
  if (ours.length === 0) throw new Error(`The trace has no script of ${path}`)
  return ours.map(({ dur = NaN }) => dur / 1000)
}
