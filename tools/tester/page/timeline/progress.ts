import { liveMode } from '../live-mode'
import { takePageConditions } from './page-conditions'
import { isQueuedWarning } from './queued-warning'
import { takeSettingsSnapshot } from './snapshot'
import { addEntry, findEntries, getOpenEntries, updateEntry } from './timeline'
import type { BeaconCall, TimelineEntry, Warning } from './timeline-entry'

let isPageCall = false

/** Finishes an entry that analytics.js has delivered, unless the destination has queued it. */
export function finishEntry(id: string): void {
  const entry = getOpenEntries().find((entry) => entry.id === id)
  if (!entry) return
  const isQueued = entry.warnings.some(isQueuedWarning) && !hasAllBeaconCalls(entry)
  if (isQueued) updateEntry(id, () => ({ state: 'queued', conditions: takePageConditions() }))
  else close(entry)
}

/** Runs a function whose beacon calls do not belong to an event. */
export function runAsPage(run: () => void): void {
  isPageCall = true
  try {
    run()
  } finally {
    isPageCall = false
  }
}

/** Adds a call to the oldest entry that expects one, since the destination delivers events in order. */
export function addBeaconCall(call: BeaconCall): void {
  const entry = isPageCall ? undefined : getOpenEntries().find((entry) => !hasAllBeaconCalls(entry))
  if (!entry) {
    addEntry({ title: 'Beacon call by the page', beaconCalls: [call], state: 'done' })
    return
  }
  const updated = { ...entry, beaconCalls: [...entry.beaconCalls, call], after: takeSettingsSnapshot() }
  updateEntry(entry.id, () => updated)
  if (entry.state === 'queued' && hasAllBeaconCalls(updated)) close(updated)
}

export function addWarning(id: string, warning: Warning): void {
  updateEntry(id, ({ warnings }) => ({ warnings: [...warnings, warning] }))
  // A queued event logs a warning only if it fails.
  const queued = getOpenEntries().find((entry) => entry.id === id && entry.state === 'queued')
  if (queued) close(queued)
}

/** Adds InMoment's answer to a survey request without one. InMoment's beacon does not answer each request. */
export function addEligibility(eligible: boolean): void {
  const entries = findEntries(
    ({ beaconCalls, eligibility }) => beaconCalls.filter(({ command }) => command === 'run').length > eligibility.length
  )
  const entry = liveMode.isLive ? entries[0] : entries.at(-1)
  if (entry) updateEntry(entry.id, ({ eligibility }) => ({ eligibility: [...eligibility, eligible] }))
}

export function addShownSurvey(): void {
  const [entry] = findEntries(({ eligibility, isSurveyShown }) => eligibility.includes(true) && !isSurveyShown)
  if (entry) updateEntry(entry.id, () => ({ isSurveyShown: true }))
}

function hasAllBeaconCalls({ beaconCalls, mappings }: TimelineEntry): boolean {
  return beaconCalls.length >= mappings.filter(({ status }) => status === 'matched').length
}

/** The settings after this entry are the settings before the next open entries. */
function close({ id, beaconCalls, after }: TimelineEntry): void {
  // With other open entries, the current settings can include their changes. The last beacon call has a snapshot.
  const settings = getOpenEntries().length > 1 && beaconCalls.length > 0 ? after : takeSettingsSnapshot()
  updateEntry(id, () => ({ state: 'done', after: settings, conditions: takePageConditions() }))
  for (const next of getOpenEntries()) {
    updateEntry(next.id, ({ beaconCalls, after }) => ({
      before: settings,
      after: beaconCalls.length > 0 ? after : settings
    }))
  }
}
