/** Limits the memory, because a key can contain values of the events. */
const MAX_KEYS = 100

const OTHER = 'other'

/** Counts by key. Keys beyond the limit are counted together. */
export class Counter {
  private readonly counts = new Map<string, number>()

  add(key: string): void {
    const counted = this.counts.has(key) || this.counts.size < MAX_KEYS ? key : OTHER
    this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1)
  }

  /** Returns the counts, the highest first. */
  getCounts(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort(([, one], [, other]) => other - one))
  }
}
