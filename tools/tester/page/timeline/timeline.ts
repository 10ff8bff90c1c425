import { takeSnapshot } from '../observation/snapshot'
import { readSession, writeSession } from '../state/session'
import type { TimelineEntry } from './timeline-entry'

const KEY = 'timeline'
const LIMIT = 50

export interface TimelineView {
  /** The newest comes first. */
  entries: readonly TimelineEntry[]
  /** The entry that is looked at, the newest event where nobody has chosen. */
  selected?: TimelineEntry
}

function isEntry(value: unknown): value is TimelineEntry {
  return typeof value === 'object' && value !== null && 'id' in value && 'before' in value && 'calls' in value
}

function isWaiting({ state }: TimelineEntry): boolean {
  return state === 'pending' || state === 'queued'
}

function earlierEntries(): TimelineEntry[] {
  const kept = readSession(KEY)
  if (!Array.isArray(kept)) return []
  return kept.filter(isEntry).map((entry) => (isWaiting(entry) ? { ...entry, state: 'left' } : entry))
}

const listeners = new Set<() => void>()
let entries: readonly TimelineEntry[] = earlierEntries()
let chosen: string | undefined
let view: TimelineView = viewOf()

function viewOf(): TimelineView {
  return { entries, selected: entries.find(({ id }) => id === chosen) ?? entries[0] }
}

function update(next: readonly TimelineEntry[]): void {
  entries = next
  view = viewOf()
  listeners.forEach((listener) => listener())
}

export const timeline = {
  view: (): TimelineView => view,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  select: (id: string): void => {
    chosen = id
    update(entries)
  },
  clear: (): void => {
    update([])
  },
  /** Begins an entry and looks at it. */
  add(entry: Partial<TimelineEntry> & Pick<TimelineEntry, 'id' | 'kind' | 'title'>): void {
    const now = takeSnapshot(window.wootricSettings ?? {})
    const whole: TimelineEntry = {
      time: Date.now(),
      state: 'pending',
      fromSurvey: false,
      mappings: [],
      calls: [],
      before: now,
      after: now,
      warnings: [],
      ...entry
    }
    // What a survey tells of an event must not take the place of the event's own result.
    if (!whole.fromSurvey) chosen = undefined
    else chosen ??= view.selected?.id
    update([whole, ...entries].slice(0, LIMIT))
  },
  change(id: string, change: (entry: TimelineEntry) => Partial<TimelineEntry>): void {
    update(entries.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry)))
  },
  /** Those that are not done, from the oldest on, which is the order in which they are delivered. */
  waiting(): TimelineEntry[] {
    return entries.filter(isWaiting).reverse()
  },
  /** Kept for the page that loads next. */
  keep: (): void => {
    writeSession(KEY, entries)
  }
}
