import { AnalyticsBrowser, type Plugin } from '@segment/analytics-next'
import { BEACON_URL } from '../../../../src/destinations/inmoment/wootric/script'
import { createSampleTraits } from './sample-traits'

/** The kinds of events that are measured. */
export type EventKind = 'identify' | 'track' | 'page' | 'group'

/** Nothing is sent to Segment, so that its requests are not measured. */
const OPTIONS = { integrations: { 'Segment.io': false } }

/** Events are sent in batches, because analytics.js waits for a timer for each one. */
const BATCH_SIZE = 50

let analytics: AnalyticsBrowser | undefined
const callTimes: number[] = []

/** Measures the destination in a page with analytics.js. */
const bench = {
  /** Loads analytics.js with the destination in the settings of this write key. */
  async start(writeKey: string): Promise<void> {
    analytics = AnalyticsBrowser.load({ writeKey, cdnURL: location.origin }, OPTIONS)
    await analytics
  },

  /** Loads analytics.js, and returns the time until the request for the beacon, in milliseconds. */
  measureTimeToBeacon(writeKey: string): Promise<number> {
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

  /** Sends events, and waits for their delivery. */
  async sendEvents(kind: EventKind, traitCount: number, count: number): Promise<void> {
    const traits = createSampleTraits(traitCount)
    for (let sent = 0; sent < count; sent += BATCH_SIZE) {
      const length = Math.min(BATCH_SIZE, count - sent)
      await Promise.all(Array.from({ length }, (_, index) => sendEvent(kind, traits, sent + index)))
    }
  },

  /**
   * Loads analytics.js for a user who was identified on an earlier page, sends events immediately, and waits for their
   * delivery.
   */
  async loadForReturningUser(writeKey: string): Promise<void> {
    const [userId, traits] = ['user-1', createSampleTraits(100)]
    localStorage.setItem('ajs_user_id', JSON.stringify(userId))
    localStorage.setItem('ajs_user_traits', JSON.stringify(traits))
    const record = { version: 1, userId, mappedUserId: userId, user: { segment_user_id: userId, properties: traits } }
    localStorage.setItem('segment_actions_inmoment_user', JSON.stringify(record))
    const loaded = bench.start(writeKey)
    const kinds = ['page', 'identify', 'group', 'track', 'track', 'track', 'track', 'track', 'track', 'track'] as const
    await Promise.all([loaded, ...kinds.map((kind, index) => sendEvent(kind, createSampleTraits(10), index))])
  },

  /** Measures the calls of this factory and its plugins from now on. */
  measureCalls(libraryName: string): void {
    type Factory = (settings: unknown) => Plugin[]
    let factory: Factory | undefined
    Object.defineProperty(window, libraryName, {
      get: () => factory,
      set: (original: Factory) => {
        factory = (settings) => measure(() => original(settings)).map(wrapPlugin)
      }
    })
  },

  /** Returns the durations of the measured synchronous calls, in milliseconds. */
  getCallTimes: (): number[] => callTimes
}

function sendEvent(kind: EventKind, traits: object, index: number): Promise<unknown> {
  if (!analytics) throw new Error('analytics.js has not started')
  switch (kind) {
    case 'identify':
      return analytics.identify('user-1', { ...traits, visits: index })
    case 'track':
      return analytics.track(`Event ${index % 100}`, { ...traits, visits: index })
    case 'page':
      return analytics.page('Shelf', `Page ${index % 100}`, { ...traits, visits: index })
    case 'group':
      return analytics.group('group-1', { ...traits, visits: index })
  }
}

function measure<Result>(call: () => Result): Result {
  const start = performance.now()
  try {
    return call()
  } finally {
    callTimes.push(performance.now() - start)
  }
}

function wrapPlugin(plugin: Plugin): Plugin {
  const methods = Object.entries(plugin).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value] as const
    const method = value as (...values: unknown[]) => unknown
    return [name, (...values: unknown[]) => measure(() => method.apply(plugin, values))] as const
  })
  return Object.fromEntries(methods) as unknown as Plugin
}

declare global {
  interface Window {
    bench: typeof bench
  }
}

window.bench = bench
