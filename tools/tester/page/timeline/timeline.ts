import { useSyncExternalStore } from 'react'
import { isObject } from '../../../../src/destinations/inmoment/is-object'
import { createStore } from '../state/create-store'
import { readSession, writeSession } from '../state/session-storage'
import { takeSettingsSnapshot } from './snapshot'
import type { TimelineEntry } from './timeline-entry'

const KEY = 'timeline'
const MAX_ENTRIES = 200
const PAGE_LOAD_TIME = Date.now()

interface Timeline {
  /** The newest entry is first. */
  entries: readonly TimelineEntry[]
  /** If undefined, the newest entry is selected. */
  selectedId?: string
}

const store = createStore<Timeline>({ entries: loadEntries() })

export function useTimeline(): { entries: readonly TimelineEntry[]; selected?: TimelineEntry } {
  const timeline = useSyncExternalStore(store.subscribe, store.get)
  return { entries: timeline.entries, selected: getSelectedEntry(timeline) }
}

export function hasEntry(id: string): boolean {
  return store.get().entries.some((entry) => entry.id === id)
}

/** The entries of this page load that meet a condition. The newest is first. */
export function findEntries(condition: (entry: TimelineEntry) => boolean): TimelineEntry[] {
  return store.get().entries.filter((entry) => entry.time >= PAGE_LOAD_TIME && condition(entry))
}

/** The pending and queued entries. The oldest is first, which is the order of delivery. */
export function getOpenEntries(): TimelineEntry[] {
  return store.get().entries.filter(isOpen).reverse()
}

/** Adds an entry and selects it. Returns its ID. */
export function addEntry(entry: Partial<TimelineEntry> & Pick<TimelineEntry, 'title'>): string {
  const settings = takeSettingsSnapshot()
  const complete: TimelineEntry = {
    id: crypto.randomUUID(),
    time: Date.now(),
    state: 'pending',
    isSurveyEvent: false,
    mappings: [],
    surveyRequests: [],
    beaconCalls: [],
    eligibility: [],
    isSurveyShown: false,
    before: settings,
    after: settings,
    warnings: [],
    ...entry
  }
  const { entries, selectedId } = store.get()
  store.set({
    entries: [complete, ...entries].slice(0, MAX_ENTRIES),
    // A survey event follows the event that requested the survey, which stays selected.
    selectedId: complete.isSurveyEvent ? (selectedId ?? getSelectedEntry(store.get())?.id) : undefined
  })
  return complete.id
}

export function updateEntry(id: string, update: (entry: TimelineEntry) => Partial<TimelineEntry>): void {
  const { entries, selectedId } = store.get()
  store.set({
    entries: entries.map((entry) => (entry.id === id ? { ...entry, ...update(entry) } : entry)),
    selectedId
  })
}

export function selectEntry(id: string): void {
  store.set({ ...store.get(), selectedId: id })
}

export function clearTimeline(): void {
  store.set({ ...store.get(), entries: [] })
}

/** Saves the entries for the next page load in this tab. */
export function saveTimeline(): void {
  writeSession(KEY, store.get().entries)
}

function loadEntries(): TimelineEntry[] {
  const stored = readSession(KEY)
  if (!Array.isArray(stored)) return []
  return stored.filter(isEntry).map((entry) => (isOpen(entry) ? { ...entry, state: 'unfinished' } : entry))
}

function isEntry(value: unknown): value is TimelineEntry {
  return isObject(value) && 'id' in value && 'before' in value && 'eligibility' in value
}

function isOpen({ state }: TimelineEntry): boolean {
  return state === 'pending' || state === 'queued'
}

function getSelectedEntry({ entries, selectedId }: Timeline): TimelineEntry | undefined {
  return entries.find(({ id }) => id === selectedId) ?? entries[0]
}
