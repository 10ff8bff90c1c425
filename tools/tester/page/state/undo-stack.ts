import type { MappingEntry, TesterState } from './tester-state'

/** A change that you can undo. JSON only, since it is stored when the page reloads. */
export interface UndoStep {
  /** Such as "remove Track Event". */
  label: string
  before: Partial<TesterState>
  after: Partial<TesterState>
}

/** Describes a change that discards more than one edit. Undefined for other changes. */
export function describeLoss(before: TesterState, changes: Partial<TesterState>): string | undefined {
  const { mappings = before.mappings, settings = before.settings } = changes
  const removed = getOthers(before.mappings, mappings)
  const [first] = removed
  if (first) {
    const isRemoval = removed.length === 1 && getOthers(mappings, before.mappings).length === 0
    return isRemoval ? `remove ${first.subscription.name || 'unnamed mapping'}` : 'replace mappings'
  }
  const keys = new Set([...Object.keys(before.settings), ...Object.keys(settings)])
  const changed = [...keys].filter((key) => before.settings[key] !== settings[key])
  return changed.length > 1 ? 'replace settings' : undefined
}

export function createUndoStep(state: TesterState, changes: Partial<TesterState>, label: string): UndoStep {
  const before = Object.fromEntries(Object.keys(changes).map((key) => [key, state[key as keyof TesterState]]))
  return { label, before, after: changes }
}

/** The changes that undo a step. Mappings that were edited or added since then stay. */
export function undoStep(current: TesterState, { before, after }: UndoStep): Partial<TesterState> {
  const mappings = before.mappings && mergeMappings(before.mappings, after.mappings ?? [], current.mappings)
  return mappings ? { ...before, mappings } : before
}

function mergeMappings(
  before: readonly MappingEntry[],
  after: readonly MappingEntry[],
  current: readonly MappingEntry[]
): MappingEntry[] {
  const known = [...before, ...after]
  const kept = before.flatMap((entry) => {
    const edited = current.find(({ id }) => id === entry.id)
    const isRemovedLater = !edited && after.some(({ id }) => id === entry.id)
    return isRemovedLater ? [] : [edited ?? entry]
  })
  return [...kept, ...getOthers(current, known)]
}

/** The entries that the other list does not have. */
function getOthers(entries: readonly MappingEntry[], others: readonly MappingEntry[]): MappingEntry[] {
  return entries.filter(({ id }) => !others.some((other) => other.id === id))
}
