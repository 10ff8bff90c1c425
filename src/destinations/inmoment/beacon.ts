import type { BeaconCommand, UserSettings, WootricSettings } from './beacon-types'
import type { Person } from './person'

/**
 * The only module that touches the globals of the beacon. They are looked up anew at every call: the beacon arrives
 * late, and a page may replace any of them.
 */

/**
 * Whether commands can be sent, which is when `window.wootric` is a function (InMoment: Async Support). A global that
 * throws when read is none.
 */
export function isBeaconReady(): boolean {
  try {
    return typeof window.wootric === 'function'
  } catch {
    return false
  }
}

/** Sends one command; throws what the beacon throws, and nothing is sent while there is no beacon. */
export function sendCommand(command: BeaconCommand): void {
  window.wootric?.(command)
}

/**
 * Hides a survey that is shown, without recording a decline, and aborts one that waits for its delay (InMoment: Wootric
 * Survey Object API). Does nothing where the beacon has no such function, or where it throws.
 */
export function stopSurvey(): void {
  try {
    window.WootricSurvey?.stop()
  } catch {
    // A survey that cannot be stopped must not keep the next person's data from being written.
  }
}

/** Sets the two flags for testing: every survey request is granted, and no cookie keeps a user from being asked again. */
export function setTestFlags(): void {
  window.wootric_survey_immediately = true
  window.wootric_no_surveyed_cookie = true
}

/** The page's `wootricSettings`; where the page has none, or something else in its place, they are created. */
export function currentSettings(): WootricSettings {
  const settings: unknown = window.wootricSettings
  if (typeof settings === 'object' && settings !== null) return settings as WootricSettings
  return (window.wootricSettings = {})
}

/**
 * Sets the given keys and leaves all others alone: they are the page's own. A key whose value is `undefined` is
 * removed. The object is changed in place, since a beacon or page may hold on to it; only where the page has frozen it,
 * a copy takes its place.
 */
export function changeSettings(changes: Partial<WootricSettings>): void {
  try {
    change(currentSettings(), changes)
  } catch {
    window.wootricSettings = change({ ...currentSettings() }, changes)
  }
}

function change(settings: WootricSettings, changes: Partial<WootricSettings>): WootricSettings {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete settings[key]
    else settings[key] = value
  }
  return settings
}

/** What every copy of this destination on the page has to know of the others' writes. */
interface SharedRecord {
  /** The user as last written to the settings. */
  written?: UserSettings
  /** Whose user that is. */
  person?: Person
  /** What the page itself says of the user. */
  pageUser?: UserSettings
  /** The names of the survey callbacks that are running. */
  runningCallbacks?: Set<string>
}

const SHARED_RECORD = Symbol.for('segment.actions-inmoment.written')

/** One record for the page: several sources, or the npm package beside Segment's CDN, each bring a copy of this code. */
export function sharedRecord(): SharedRecord {
  const page = window as { [SHARED_RECORD]?: SharedRecord }
  return (page[SHARED_RECORD] ??= {})
}
