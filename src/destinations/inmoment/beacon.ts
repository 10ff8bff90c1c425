import type { BeaconCommand, WootricSettings } from './beacon-types'

/**
 * The only module that touches the globals of the beacon. They are looked up anew at every call: the beacon arrives
 * late, and a page may replace any of them.
 */

/** Whether commands can be sent, which is when `window.wootric` is a function (InMoment: Async Support). */
export function isBeaconReady(): boolean {
  return typeof window.wootric === 'function'
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

/** The page's `wootricSettings`, created when the page has none. */
export function currentSettings(): WootricSettings {
  return (window.wootricSettings ??= {})
}

/**
 * Sets the given keys and leaves all others alone: they are the page's own. A key whose value is `undefined` is
 * removed. The object is changed in place, since a beacon or page may hold on to it.
 */
export function changeSettings(changes: Partial<WootricSettings>): void {
  const settings = currentSettings()
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete settings[key]
    else settings[key] = value
  }
}
