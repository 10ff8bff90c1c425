import type { Analytics, Context, SegmentEvent } from '@segment/analytics-next'

/** Creates the parts of an event's context that this destination uses, and collects its warnings. */
export function createFakeContext(event: Partial<SegmentEvent>): { context: Context; warnings: string[] } {
  const warnings: string[] = []
  const context = {
    event: { type: 'track', ...event },
    log: (level: string, message: string) => warnings.push(`${level}: ${message}`)
  }
  return { context: context as unknown as Context, warnings }
}

interface Stored {
  userId?: unknown
  anonymousId?: unknown
}

/** The parts of analytics.js that this destination uses. A test can change `stored`. */
export class FakeAnalytics {
  readonly listeners: [name: string, listener: (...values: never[]) => void][] = []
  readonly tracked: unknown[][] = []
  /** The number of calls of `user()`, whose getters write to the storage. */
  userCalls = 0
  options?: Analytics['options'] = {}
  queue?: { isEmpty: () => boolean } = undefined

  constructor(readonly stored: Stored = {}) {}

  readonly storage = {
    get: (key: string) => (key === 'ajs_user_id' ? this.stored.userId : this.stored.anonymousId)
  }

  user(): unknown {
    this.userCalls += 1
    return { id: () => this.stored.userId ?? null, anonymousId: () => this.stored.anonymousId ?? null }
  }

  on(name: string, listener: (...values: never[]) => void): void {
    this.listeners.push([name, listener])
  }

  track(...values: unknown[]): Promise<void> {
    this.tracked.push(values)
    return Promise.resolve()
  }

  /** Calls the listeners of an event. */
  emit(name: string, value?: unknown): void {
    for (const [listenerName, listener] of this.listeners) {
      if (listenerName === name) (listener as (value: unknown) => void)(value)
    }
  }

  get asAnalytics(): Analytics {
    return this as unknown as Analytics
  }
}
