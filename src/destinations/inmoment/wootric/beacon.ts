import { attempt } from '../attempt'
import { InMomentError, createSettingsError } from '../errors'
import { isObject } from '../is-object'
import type { BeaconCommand, WootricSettings } from './types'

// Only this module accesses InMoment's globals. A page can replace them at any time, even with getters that throw.

/** Whether the beacon has loaded, so that `window.wootric` is a function. */
export function isBeaconReady(): boolean {
  let isReady = false
  attempt(() => (isReady = typeof window.wootric === 'function'))
  return isReady
}

/** Calls `window.wootric` with a command. Throws if the beacon throws. Does nothing without a beacon. */
export function sendCommand(command: BeaconCommand): void {
  let result: unknown
  if (!attempt(() => (result = window.wootric?.(command)))) {
    throw new InMomentError('beacon_threw', `the beacon threw an error on ${command}`)
  }
  // The beacon may return a promise, which could reject or never settle.
  Promise.resolve(result).catch(() => undefined)
}

/**
 * Hides a visible survey without recording a decline, and cancels a delayed one. Never throws.
 *
 * https://github.com/Wootric/slate/blob/HEAD/source/includes/_beacon_api.md
 */
export function stopSurvey(): void {
  attempt(() => window.WootricSurvey?.stop())
}

/**
 * Sets InMoment's flags for testing: each survey request shows a survey, and no cookie prevents the next one.
 *
 * https://github.com/Wootric/slate/blob/HEAD/source/includes/_install_js_intro.md
 */
export function setTestFlags(): void {
  window.wootric_survey_immediately = true
  window.wootric_no_surveyed_cookie = true
}

/**
 * Returns the page's `wootricSettings`. Creates it if it is not an object, for example an element with that ID. Throws if
 * the page prevents that.
 */
export function getSettings(): WootricSettings {
  let settings: unknown
  if (!attempt(() => (settings = window.wootricSettings))) throw createSettingsError()
  return isObject(settings) && !('nodeType' in settings) ? settings : setSettings({})
}

/** Replaces the page's `wootricSettings`, and returns the new object. Throws if the page prevents it. */
export function setSettings(settings: WootricSettings): WootricSettings {
  if (!attempt(() => (window.wootricSettings = settings))) throw createSettingsError()
  return settings
}
