import type { RecordedEvent } from './recorded-event'
import { Visitor, type ReplaySetup } from './visitor'

/** How many visitors are remembered at once: a recording may hold any number of them, and the memory does not. */
export const REMEMBERED_VISITORS = 1000

/** The visitors of a recording, those who have not been there for the longest forgotten first. */
export class Visitors {
  private readonly known = new Map<string, Visitor>()

  constructor(private readonly setup: ReplaySetup) {}

  /** Whose event this is. One that names nobody belongs to a visitor who is never seen again. */
  async of({ anonymousId, userId }: RecordedEvent): Promise<Visitor> {
    const id = anonymousId ?? userId
    if (!id) return Visitor.arrive(this.setup)
    const visitor = this.known.get(id) ?? (await Visitor.arrive(this.setup))
    this.known.delete(id)
    this.known.set(id, visitor)
    if (this.known.size > REMEMBERED_VISITORS) this.forgetOldest()
    return visitor
  }

  private forgetOldest(): void {
    const [oldest] = this.known.keys()
    if (oldest !== undefined) this.known.delete(oldest)
  }
}
