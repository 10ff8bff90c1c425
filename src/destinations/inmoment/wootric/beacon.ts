import { attempt } from '../attempt'
import { InMomentError, settingsLocked } from '../errors'
import { isObject } from '../is-object'
import type { BeaconCommand, WootricSettings } from './types'

// The only module that accesses InMoment's globals. A page may replace any of them at any time, also with getters that throw.

/** Whether commands can be sent: `window.wootric` is a function. */
export function isBeaconReady(): boolean {
  let isReady = false
  attempt(() => (isReady = typeof window.wootric === 'function'))
  return isReady
}

/** Sends one command. Throws if the beacon throws. Does not await a promise of the beacon, which may never settle. */
export function sendCommand(command: BeaconCommand): void {
  let result: unknown
  if (!attempt(() => (result = window.wootric?.(command)))) {
    throw new InMomentError('beacon_threw', `the beacon threw an error on ${command}`)
  }
  Promise.resolve(result).catch(() => undefined)
}

/** Hides a visible survey without recording a decline, and cancels one that waits for its delay. Never throws. */
export function stopSurvey(): void {
  attempt(() => window.WootricSurvey?.stop())
}

/** Sets InMoment's two flags for testing: every survey request is granted, and no cookie prevents a second survey. */
export function setTestFlags(): void {
  window.wootric_survey_immediately = true
  window.wootric_no_surveyed_cookie = true
}

/** Gets the page's `wootricSettings`. Replaces other values of this name, such as an element with this ID. May throw. */
export function getSettings(): WootricSettings {
  let settings: unknown
  if (!attempt(() => (settings = window.wootricSettings))) throw settingsLocked()
  return isObject(settings) && !('nodeType' in settings) ? settings : setSettings({})
}

/** Replaces the page's `wootricSettings`. May throw. */
export function setSettings(settings: WootricSettings): WootricSettings {
  if (!attempt(() => (window.wootricSettings = settings))) throw settingsLocked()
  return settings
}
