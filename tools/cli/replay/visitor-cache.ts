import type { RecordedEvent } from './parse-event'
import { Visitor, type ReplaySetup } from './visitor'

/** Limits the memory, because the number of visitors in a recording is unlimited. */
const MAX_VISITORS = 1000

/** Keeps the most recent visitors. */
export class VisitorCache {
  private readonly visitors = new Map<string, Visitor>()

  constructor(private readonly setup: ReplaySetup) {}

  /** Returns the visitor of an event. An event without an ID gets a new visitor. */
  async get({ anonymousId, userId }: RecordedEvent): Promise<Visitor> {
    const id = anonymousId ?? userId
    if (!id) return Visitor.create(this.setup)
    const visitor = this.visitors.get(id) ?? (await Visitor.create(this.setup))
    this.visitors.delete(id)
    this.visitors.set(id, visitor)
    if (this.visitors.size > MAX_VISITORS) this.deleteOldest()
    return visitor
  }

  private deleteOldest(): void {
    const [oldest] = this.visitors.keys()
    if (oldest !== undefined) this.visitors.delete(oldest)
  }
}
