import type { Snapshot, SnapshotEntries } from './snapshot'

export type Change = 'same' | 'added' | 'changed' | 'removed'

export interface SnapshotNode {
  key: string
  change: Change
  /** One line of text; undefined for a branch. */
  text?: string
  /** What a changed line said before. */
  before?: string
  children: SnapshotNode[]
}

function entriesOf(snapshot: Snapshot | undefined): SnapshotEntries {
  return typeof snapshot === 'object' ? snapshot : {}
}

function summary(snapshot: Snapshot): string {
  return typeof snapshot === 'string' ? snapshot : '{…}'
}

function compareEntry(key: string, before: Snapshot | undefined, after: Snapshot | undefined): SnapshotNode {
  const shown = after ?? before ?? ''
  const children = typeof shown === 'string' ? [] : compareSnapshots(before, after)
  const text = typeof shown === 'string' ? shown : undefined

  if (before === undefined) return { key, change: 'added', text, children }
  if (after === undefined) return { key, change: 'removed', text, children }
  if (typeof before !== typeof after || (typeof after === 'string' && before !== after)) {
    return { key, change: 'changed', text, before: summary(before), children }
  }
  return { key, change: 'same', text, children }
}

/** The entries of both, those that are gone at the place where they were. */
export function compareSnapshots(before: Snapshot | undefined, after: Snapshot | undefined): SnapshotNode[] {
  const earlier = entriesOf(before)
  const later = entriesOf(after)
  const keys = [...new Set([...Object.keys(earlier), ...Object.keys(later)])]
  return keys.map((key) => compareEntry(key, earlier[key], later[key]))
}
