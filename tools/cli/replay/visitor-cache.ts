import type { RecordedEvent } from './parse-event'
import { Visitor, type ReplaySetup } from './visitor'

/** Limits the memory, because the number of visitors in a recording is unlimited. */
const MAX_VISITORS = 100
/** In characters of events. */
const MAX_LENGTH = 8_000_000
/** In characters: the destination keeps at most about 512 KB of a user, a group, a page and a request. */
const MAX_VISITOR_LENGTH = 2_000_000

interface CachedVisitor {
  visitor: Visitor
  /** An upper bound of the state of the visitor, in characters. */
  length: number
}

/** Keeps the most recent visitors, limited by their number and by the length of their events. */
export class VisitorCache {
  private readonly cached = new Map<string, CachedVisitor>()
  private length = 0

  constructor(private readonly setup: ReplaySetup) {}

  /** Returns the visitor of an event of this length. An event without an ID gets a new visitor. */
  async get(event: RecordedEvent, length: number): Promise<Visitor> {
    const id = getVisitorId(event)
    if (!id) return Visitor.create(this.setup)
    const { visitor, length: before } = this.cached.get(id) ?? { visitor: await Visitor.create(this.setup), length: 0 }
    const after = Math.min(MAX_VISITOR_LENGTH, before + length)
    this.cached.delete(id)
    this.cached.set(id, { visitor, length: after })
    this.length += after - before
    while (this.cached.size > 1 && (this.cached.size > MAX_VISITORS || this.length > MAX_LENGTH)) this.deleteOldest()
    return visitor
  }

  private deleteOldest(): void {
    for (const [id, { length }] of this.cached) {
      this.cached.delete(id)
      this.length -= length
      return
    }
  }
}

/** The ID by which events belong to one visitor. */
export function getVisitorId({
  anonymousId,
  userId
}: Pick<RecordedEvent, 'anonymousId' | 'userId'>): string | undefined {
  const id: unknown = anonymousId ?? userId
  return typeof id === 'string' || typeof id === 'number' ? String(id) || undefined : undefined
}
