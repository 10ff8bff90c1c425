import { AnalyticsBrowser, type Plugin } from '@segment/analytics-next'
import { BEACON_URL } from '../../../../src/destinations/inmoment/wootric/script'
import { sampleTraits } from './sample-traits'

/** The kinds of events that are measured; the number is that of the traits. */
export type EventKind = 'identify' | 'track' | 'page' | 'group'

/** Segment sends nothing: its requests would be what is measured. */
const OPTIONS = { integrations: { 'Segment.io': false } }

/** How many events are made together: analytics.js waits for a timer on each. */
const AT_A_TIME = 50

let analytics: AnalyticsBrowser | undefined
const stretches: number[] = []

/** What the bench does in a page of a site with analytics.js. */
const bench = {
  /** Loads analytics.js with the destination that the settings of this write key name. */
  async start(writeKey: string): Promise<void> {
    analytics = AnalyticsBrowser.load({ writeKey, cdnURL: location.origin }, OPTIONS)
    await analytics
  },

  /** Loads it too, and gives the milliseconds until the browser asks for the beacon. */
  timeToBeacon(writeKey: string): Promise<number> {
    return new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const request = list.getEntries().find(({ name }) => name === BEACON_URL)
        if (request) resolve(request.startTime - start)
      })
      observer.observe({ type: 'resource' })
      const start = performance.now()
      void bench.start(writeKey)
    })
  },

  /** Makes so many events, some at a time, as a page's own listeners make them, and waits for their delivery. */
  async makeEvents(kind: EventKind, traitCount: number, count: number): Promise<void> {
    const traits = sampleTraits(traitCount)
    for (let made = 0; made < count; made += AT_A_TIME) {
      const length = Math.min(AT_A_TIME, count - made)
      await Promise.all(Array.from({ length }, (_, place) => makeEvent(kind, traits, made + place)))
    }
  },

  /**
   * Loads it for a user who was identified on an earlier page, with events from the first moment on, and waits until
   * analytics.js has settled them.
   */
  async loadForKnownUser(writeKey: string): Promise<void> {
    const [userId, traits] = ['user-1', sampleTraits(100)]
    localStorage.setItem('ajs_user_id', JSON.stringify(userId))
    localStorage.setItem('ajs_user_traits', JSON.stringify(traits))
    const record = { version: 1, userId, mappedUserId: userId, user: { segment_user_id: userId, properties: traits } }
    localStorage.setItem('segment_actions_inmoment_user', JSON.stringify(record))
    const loaded = bench.start(writeKey)
    const kinds = ['page', 'identify', 'group', 'track', 'track', 'track', 'track', 'track', 'track', 'track'] as const
    await Promise.all([loaded, ...kinds.map((kind, place) => makeEvent(kind, sampleTraits(10), place))])
  },

  /** From now on, the calls of the plugins that this factory makes are measured. */
  watch(libraryName: string): void {
    type Factory = (settings: unknown) => Plugin[]
    let factory: Factory | undefined
    Object.defineProperty(window, libraryName, {
      get: () => factory,
      set: (original: Factory) => {
        factory = (settings) => watched(() => original(settings)).map(watchedPlugin)
      }
    })
  },

  /** How long the factory's and the plugins' synchronous stretches took, in milliseconds. */
  stretches: (): number[] => stretches
}

function makeEvent(kind: EventKind, traits: object, place: number): Promise<unknown> {
  if (!analytics) throw new Error('analytics.js was not started')
  switch (kind) {
    case 'identify':
      return analytics.identify('user-1', { ...traits, visits: place })
    case 'track':
      return analytics.track(`Event ${place % 100}`, { ...traits, visits: place })
    case 'page':
      return analytics.page('Shelf', `Page ${place % 100}`, { ...traits, visits: place })
    case 'group':
      return analytics.group('group-1', { ...traits, visits: place })
  }
}

function watched<Result>(call: () => Result): Result {
  const start = performance.now()
  try {
    return call()
  } finally {
    stretches.push(performance.now() - start)
  }
}

function watchedPlugin(plugin: Plugin): Plugin {
  const methods = Object.entries(plugin).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value] as const
    const method = value as (...values: unknown[]) => unknown
    return [name, (...values: unknown[]) => watched(() => method.apply(plugin, values))] as const
  })
  return Object.fromEntries(methods) as unknown as Plugin
}

declare global {
  interface Window {
    bench: typeof bench
  }
}

window.bench = bench
