import type { Snapshot, SnapshotEntries } from '../timeline/snapshot'

export type Change = 'same' | 'added' | 'changed' | 'removed'

export interface SnapshotNode {
  key: string
  change: Change
  /** Undefined if the value has entries. */
  text?: string
  /** The previous text of a changed value. */
  before?: string
  children: SnapshotNode[]
}

/** The entries of both snapshots. Removed entries keep their position. */
export function compareSnapshots(before: Snapshot | undefined, after: Snapshot | undefined): SnapshotNode[] {
  const entriesBefore = getEntries(before)
  const entriesAfter = getEntries(after)
  const keys = [...new Set([...Object.keys(entriesBefore), ...Object.keys(entriesAfter)])]
  return keys.map((key) => compareEntry(key, entriesBefore[key], entriesAfter[key]))
}

/** The nodes that have changed, with their parents. */
export function getChangedNodes(nodes: readonly SnapshotNode[]): SnapshotNode[] {
  return nodes.flatMap((node) => {
    const children = getChangedNodes(node.children)
    return node.change === 'same' && children.length === 0 ? [] : [{ ...node, children }]
  })
}

function getEntries(snapshot: Snapshot | undefined): SnapshotEntries {
  return typeof snapshot === 'object' ? snapshot : {}
}

function compareEntry(key: string, before: Snapshot | undefined, after: Snapshot | undefined): SnapshotNode {
  const current = after ?? before ?? ''
  const children = typeof current === 'string' ? [] : compareSnapshots(before, after)
  const text = typeof current === 'string' ? current : undefined

  if (before === undefined) return { key, change: 'added', text, children }
  if (after === undefined) return { key, change: 'removed', text, children }
  if (typeof before !== typeof after || (typeof after === 'string' && before !== after)) {
    return { key, change: 'changed', text, before: typeof before === 'string' ? before : '{…}', children }
  }
  return { key, change: 'same', text, children }
}
