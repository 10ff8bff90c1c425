/** Limits the memory, because names come from the events. */
const MAX_NAMES = 1_000

/** The key of all counts beyond the limit. No event name starts with a NUL in practice. */
export const OTHER = '\0other'

/** Counts by name. Names beyond the first 1,000 are counted together, as `OTHER`. */
export class BoundedCounts {
  private readonly counts = new Map<string, number>()

  add(name: string, count = 1): void {
    const key = this.counts.has(name) || this.counts.size < MAX_NAMES ? name : OTHER
    this.counts.set(key, (this.counts.get(key) ?? 0) + count)
  }

  /** Adds counts from {@link toEntries}. */
  merge(entries: readonly Count[]): void {
    for (const [name, count] of entries) this.add(name, count)
  }

  /** The counts, the highest first. */
  toEntries(): Count[] {
    return [...this.counts].sort(([, one], [, other]) => other - one)
  }
}

export type Count = [name: string, count: number]
