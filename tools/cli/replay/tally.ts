/** More kinds than this are counted together: values of the events can be part of a kind. */
const MOST_KINDS = 100

export const OTHER_KINDS = 'others'

/** Counts by kind, in a memory that does not grow with what is counted. */
export class Tally {
  private readonly counts = new Map<string, number>()

  add(kind: string): void {
    const known = this.counts.has(kind) || this.counts.size < MOST_KINDS ? kind : OTHER_KINDS
    this.counts.set(known, (this.counts.get(known) ?? 0) + 1)
  }

  /** The most frequent first. */
  toObject(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort(([, one], [, other]) => other - one))
  }
}
