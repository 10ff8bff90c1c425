import { LRUCache } from 'lru-cache'
import type { RecordedEvent } from './parse-event'
import { Visitor, type ReplaySetup } from './visitor'

/** Limits the memory, because the number of visitors in a recording is unlimited. */
const MAX_VISITORS = 100
/** In characters. */
const MAX_LENGTH = 8_000_000

/** Keeps the most recent visitors, limited by their number and by the length of their state. */
export class VisitorCache {
  private readonly cached = new LRUCache<string, Visitor>({ max: MAX_VISITORS, maxSize: MAX_LENGTH })

  constructor(private readonly setup: ReplaySetup) {}

  /** Returns the visitor of an event. An event without an ID gets a new visitor. */
  async get(event: RecordedEvent): Promise<Visitor> {
    const visitor = this.cached.get(getVisitorId(event) ?? '')
    return visitor ?? Visitor.create(this.setup)
  }

  /** Keeps the visitor after an event of this length. */
  keep(visitor: Visitor, event: RecordedEvent, length: number): void {
    const id = getVisitorId(event)
    if (id !== undefined) this.cached.set(id, visitor, { size: visitor.estimateLength(length) })
  }
}

type Ids = Pick<RecordedEvent, 'anonymousId' | 'userId'>

/** The ID by which events belong to one visitor. */
export function getVisitorId({ anonymousId, userId }: Ids): string | undefined {
  const id: unknown = anonymousId ?? userId
  return typeof id === 'string' || typeof id === 'number' ? String(id) || undefined : undefined
}
