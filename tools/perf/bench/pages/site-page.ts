import { AnalyticsBrowser, type Plugin } from '@segment/analytics-next'
import { BEACON_URL } from '../../../../src/destinations/inmoment/wootric/script'
import { sampleTraits } from './sample-traits'

/** The measured kinds of events. */
export type EventKind = 'identify' | 'track' | 'page' | 'group'

/** Requests to Segment are off, because they would dominate the measurement. */
const OPTIONS = { integrations: { 'Segment.io': false } }

/** The number of events in parallel, because analytics.js waits for a timer with each. */
const AT_A_TIME = 50

let analytics: AnalyticsBrowser | undefined
const stretches: number[] = []

/** Functions of a page with analytics.js. */
const bench = {
  /** Loads analytics.js with the destination in the settings of this write key. */
  async start(writeKey: string): Promise<void> {
    analytics = AnalyticsBrowser.load({ writeKey, cdnURL: location.origin }, OPTIONS)
    await analytics
  },

  /** Loads it, and returns the milliseconds until the browser requests the beacon. */
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

  /** Sends this number of events, several in parallel, and waits for their delivery. */
  async makeEvents(kind: EventKind, traitCount: number, count: number): Promise<void> {
    const traits = sampleTraits(traitCount)
    for (let made = 0; made < count; made += AT_A_TIME) {
      const length = Math.min(AT_A_TIME, count - made)
      await Promise.all(Array.from({ length }, (_, place) => makeEvent(kind, traits, made + place)))
    }
  },

  /**
   * Loads it for a user who was identified on an earlier page, sends events immediately, and waits until analytics.js
   * has delivered them.
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

  /** Measures the calls of the plugins that this factory creates. */
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

  /** The durations of synchronous calls of the factory and the plugins, in milliseconds. */
  stretches: (): number[] => stretches
}

function makeEvent(kind: EventKind, traits: object, place: number): Promise<unknown> {
  if (!analytics) throw new Error('analytics.js has not started')
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
