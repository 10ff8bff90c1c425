import { serveScript, SNIPPET, waitForAnalytics } from '../../support/site'
import type { OpenPage } from './fault'
import type { FaultyPage } from './faulty-page'

/** The destination on the page: InMoment's, or one that does nothing, for comparison. */
export type Destination = 'inmoment' | 'no-op'

interface BusyWindow {
  destination: Destination
  analytics: Record<'identify' | 'track' | 'page' | 'group', (...values: unknown[]) => Promise<unknown>>
  /** The longest synchronous call of a plugin, in milliseconds. */
  longestCall: number
  commandCount: number
  otherEvents: unknown[]
}

/** A beacon that only counts its commands, because a list of them would grow. */
const COUNTING_BEACON = `window.commandCount = 0; window.wootric = () => { commandCount += 1 }`

/** Opens a page for thousands of events. */
export async function openBusyPage(open: OpenPage, destination: Destination): Promise<FaultyPage> {
  const page = await open({
    html: `<!doctype html><title>Shop</title><script>window.destination = '${destination}'</script><script>${SNIPPET}</script>`,
    initScript: measurePlugins,
    beacon: serveScript(COUNTING_BEACON)
  })
  await waitForAnalytics(page.site.page)
  return page
}

/** Makes the events with these numbers, of each kind and of ever new users, and waits for their delivery. */
export async function makeManyEvents(page: FaultyPage, from: number, to: number): Promise<void> {
  await page.site.page.evaluate(makeEvents, { from, to })
}

/**
 * The longest synchronous call of a plugin, including its load, in milliseconds. The browser's own long tasks do not name
 * the script, and most of an event's work is that of analytics.js.
 */
export function getLongestCall(page: FaultyPage): Promise<number> {
  return page.site.page.evaluate(() => (window as unknown as BusyWindow).longestCall)
}

/** How many commands the beacon received. */
export function getCommandCount(page: FaultyPage): Promise<number> {
  return page.site.page.evaluate(() => (window as unknown as BusyWindow).commandCount)
}

/** Runs in the page before any other script: wraps the plugins that the bundle will create. */
function measurePlugins(): void {
  type Method = (...values: unknown[]) => unknown
  type Plugin = Record<string, unknown>
  type Factory = (settings: unknown) => Plugin[] | Promise<Plugin[]>
  const page = window as unknown as BusyWindow
  page.longestCall = 0

  const measure = (plugin: Plugin, method: Method): Method => {
    return (...values) => {
      const start = performance.now()
      try {
        return method.apply(plugin, values)
      } finally {
        page.longestCall = Math.max(page.longestCall, performance.now() - start)
      }
    }
  }
  const createNoOp = (name: string): Method => {
    if (name === 'isLoaded') return () => true
    if (name === 'load' || name === 'ready') return () => Promise.resolve()
    return (context) => context
  }
  const wrap = (plugin: Plugin): Plugin =>
    Object.fromEntries(
      Object.entries(plugin).map(([name, value]) => {
        if (typeof value !== 'function') return [name, value]
        return [name, page.destination === 'no-op' ? createNoOp(name) : measure(plugin, value as Method)]
      })
    )

  let factory: Factory | undefined
  Object.defineProperty(window, 'inmomentDestination', {
    get: () => factory,
    set: (original: Factory) => {
      factory = Object.assign(async (settings: unknown) => (await original(settings)).map(wrap), original)
    }
  })
}

/** Runs in the page: makes 50 events at a time. */
async function makeEvents({ from, to }: { from: number; to: number }): Promise<void> {
  const page = window as unknown as BusyWindow
  const AT_A_TIME = 50
  // Thousands of requests would be the largest part of the work.
  const options = { integrations: { 'Segment.io': false } }
  const makeEvent = (number: number): Promise<unknown> => {
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
    const numbers = Array.from({ length: Math.min(AT_A_TIME, to - number) }, (_, index) => number + index)
    await Promise.all(numbers.map(makeEvent))
    // The other destination's list would grow.
    page.otherEvents.length = 0
  }
}
