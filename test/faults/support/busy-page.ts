import { analyticsReady, serveScript, SNIPPET } from '../../support/site'
import type { OpenPage } from './fault'
import type { FaultyPage } from './faulty-page'

/** Whose work the page measures: the destination's, or that of one that does nothing, for comparison. */
export type Worker = 'inmoment' | 'nobody'

interface BusyWindow {
  worker: Worker
  analytics: Record<'identify' | 'track' | 'page' | 'group', (...values: unknown[]) => Promise<unknown>>
  /** The longest synchronous stretch of a plugin, in milliseconds. */
  longest: number
  /** How many commands the beacon got. */
  told: number
  ledger: unknown[]
}

/** A beacon that counts: one that kept its calls would be what grows. */
const COUNTING_BEACON = `window.told = 0; window.wootric = () => { told += 1 }`

/** Opens a page for thousands of events. */
export async function openBusyPage(open: OpenPage, worker: Worker): Promise<FaultyPage> {
  const page = await open({
    html: `<!doctype html><title>Shop</title><script>window.worker = '${worker}'</script><script>${SNIPPET}</script>`,
    before: measurePlugins,
    beacon: serveScript(COUNTING_BEACON)
  })
  await analyticsReady(page.site.page)
  return page
}

/** Makes the events from one number to another, of each kind and of ever new people, and waits for their delivery. */
export async function keepBusy(page: FaultyPage, from: number, to: number): Promise<void> {
  await page.site.page.evaluate(makeEvents, { from, to })
}

/**
 * The longest synchronous stretch that a call of the plugins took, their load included, in milliseconds. The browser's own long tasks would
 * not do: they do not tell whose work they were, and most of an event's way is the work of analytics.js.
 */
export function longestStretch(page: FaultyPage): Promise<number> {
  return page.site.page.evaluate(() => (window as unknown as BusyWindow).longest)
}

/** How many commands the beacon got. */
export function toldCount(page: FaultyPage): Promise<number> {
  return page.site.page.evaluate(() => (window as unknown as BusyWindow).told)
}

/** In the page, before all else: wraps the plugins that the destination's bundle will make. */
function measurePlugins(): void {
  type Method = (...values: unknown[]) => unknown
  type Plugin = Record<string, unknown>
  type Factory = (settings: unknown) => Plugin[] | Promise<Plugin[]>
  const page = window as unknown as BusyWindow
  page.longest = 0

  const measured = (plugin: Plugin, method: Method): Method => {
    return (...values) => {
      const start = performance.now()
      try {
        return method.apply(plugin, values)
      } finally {
        page.longest = Math.max(page.longest, performance.now() - start)
      }
    }
  }
  const idle = (name: string): Method => {
    if (name === 'isLoaded') return () => true
    if (name === 'load' || name === 'ready') return () => Promise.resolve()
    return (context) => context
  }
  const wrapped = (plugin: Plugin): Plugin =>
    Object.fromEntries(
      Object.entries(plugin).map(([name, value]) => {
        if (typeof value !== 'function') return [name, value]
        return [name, page.worker === 'nobody' ? idle(name) : measured(plugin, value as Method)]
      })
    )

  let factory: Factory | undefined
  Object.defineProperty(window, 'inmomentDestination', {
    get: () => factory,
    set: (original: Factory) => {
      factory = Object.assign(async (settings: unknown) => (await original(settings)).map(wrapped), original)
    }
  })
}

/** In the page: some events at a time, as a page's own listeners make them. */
async function makeEvents({ from, to }: { from: number; to: number }): Promise<void> {
  const page = window as unknown as BusyWindow
  const AT_A_TIME = 50
  // Ten thousand requests would be the test's own load.
  const options = { integrations: { 'Segment.io': false } }
  const make = (number: number): Promise<unknown> => {
    const { analytics } = page
    const value = `Value ${number}`
    switch (number % 10) {
      case 0:
        return analytics.identify(`user-${number}`, { email: `user-${number}@shop.example`, value }, options)
      case 1:
        return analytics.page('Shelf', value, { value }, options)
      case 2:
        return analytics.group(`group-${number}`, { value }, options)
      default:
        return analytics.track(`Event ${number}`, { value, items: [{ price: number }, { price: 2 }] }, options)
    }
  }
  for (let number = from; number < to; number += AT_A_TIME) {
    const numbers = Array.from({ length: Math.min(AT_A_TIME, to - number) }, (_, place) => number + place)
    await Promise.all(numbers.map(make))
    // The other destination's list would be what grows.
    page.ledger.length = 0
  }
}
