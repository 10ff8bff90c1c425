import type { BeaconCommand, UserSettings, WootricSettings } from './beacon-types'
import { filled, unfilled } from './filled'
import { InMomentError } from './inmoment-error'
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

/**
 * Sends one command; nothing is sent while there is no beacon. Fails where the beacon throws. A promise that it returns
 * is not waited for, since nobody knows whether it ever settles, and its rejection is held back from the page.
 */
export function sendCommand(command: BeaconCommand): void {
  let answer: unknown
  try {
    answer = window.wootric?.(command)
  } catch {
    throw new InMomentError(`InMoment's beacon has thrown an error on ${command}`)
  }
  Promise.resolve(answer).catch(() => undefined)
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

/** A copy of the page's `wootricSettings` without what cannot be read. */
export function readSettings(): WootricSettings {
  const settings = currentSettings()
  try {
    return { ...settings }
  } catch {
    // A getter of the page's own that throws: the others can be read.
  }
  const copy = unfilled<unknown>()
  for (const key of Object.keys(settings)) {
    try {
      copy[key] = settings[key]
    } catch {
      // That one.
    }
  }
  return filled(copy)
}

/**
 * Sets the given keys and leaves all others alone: they are the page's own. A key whose value is `undefined` is
 * removed. The object is changed in place, since a beacon or page may hold on to it; only where the page has made that
 * impossible, as by freezing it, a copy takes its place. Fails where that does not help either: a survey would be asked
 * for in the name of whoever the settings still name.
 */
export function changeSettings(changes: Partial<WootricSettings>): void {
  try {
    change(currentSettings(), changes)
  } catch {
    // Frozen, sealed, or with a setter that throws: the copy has nothing of that.
  }
  if (!isInForce(changes)) window.wootricSettings = change({ ...readSettings(), ...changes }, changes)
  if (!isInForce(changes)) throw new InMomentError('wootricSettings cannot be changed: the page holds them fast')
}

function change(settings: WootricSettings, changes: Partial<WootricSettings>): WootricSettings {
  for (const key of Object.keys(changes)) {
    if (changes[key] !== undefined) settings[key] = changes[key]
    else if (key in settings) delete settings[key]
  }
  return settings
}

/** Read back, because a setter or a proxy can swallow a change without a word. */
function isInForce(changes: Partial<WootricSettings>): boolean {
  try {
    const settings = currentSettings()
    return Object.keys(changes).every((key) => isAlike(settings[key], changes[key]))
  } catch {
    return false
  }
}

/**
 * Whether what is found in the settings is what was given: a reactive store hands out objects of its own for those that
 * it was given, with the same in them.
 */
export function isAlike(found: unknown, given: unknown): boolean {
  if (found === given) return true
  if (!isObject(found) || !isObject(given)) return false
  const keys = Object.keys(given)
  const isSame = (key: string) => found[key] === given[key] || (isObject(found[key]) && isObject(given[key]))
  return Object.keys(found).length === keys.length && keys.every(isSame)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A trusted types policy, as far as it is used. */
export interface AddressPolicy {
  createScriptURL: (url: string) => string
}

/** What is known of the person who is here. */
export interface PersonState {
  person?: Person
  mappedUserId?: string
  user: UserSettings
}

/** What every copy of this destination on the page has to know of the others' writes. */
interface SharedRecord {
  /** The account of the copy that came first: the beacon cannot serve two (InMoment: Run Multiple Surveys). */
  accountToken?: string
  /** Who is here, and what is known of them. */
  state?: PersonState
  /** Whether what belongs to somebody who has left could not be removed. */
  isUncleared?: boolean
  /** The user as last written to the settings. */
  written?: UserSettings
  /** What the page itself says of the user. */
  pageUser?: UserSettings
  /** The page may let a policy of one name be made but once. */
  policy?: AddressPolicy
  /** The copy that delivers an event, by the event's message id. */
  owners?: Map<string, object>
  /** The names of the survey callbacks that are running. */
  runningCallbacks?: Set<string>
}

const SHARED_RECORD = Symbol.for('segment.actions-inmoment.written')

/** One record for the page: several sources, or the npm package beside Segment's CDN, each bring a copy of this code. */
export function sharedRecord(): SharedRecord {
  const page = window as { [SHARED_RECORD]?: SharedRecord }
  return (page[SHARED_RECORD] ??= {})
}
