import { changeSettings, isAlike, readSettings, sharedRecord } from './beacon'
import type { UserSettings, WootricSettings } from './beacon-types'

const USER_KEYS = ['email', 'external_id', 'created_at', 'language', 'properties', 'segment_user_id'] as const

/** Removes what is said of a user from the settings. */
const NO_USER: WootricSettings = Object.fromEntries(USER_KEYS.map((key) => [key, undefined]))

/** Removes all that belongs to a person. */
const NOBODY: WootricSettings = { ...NO_USER, event_name: undefined, group_info: undefined }

/** What the page says of the user with what Segment says laid over it; nothing of a user with another email. */
export function overPageUser(user: UserSettings): UserSettings {
  const { pageUser = {} } = sharedRecord()
  const isAnother = user.email !== undefined && pageUser.email !== undefined && user.email !== pageUser.email
  return isAnother ? user : { ...pageUser, ...user }
}

/**
 * Takes notice of what the page has changed since the last write: a value that this destination did not write is the
 * page's own, and counts until another person comes; one that the page took away counts no more, and with another email
 * begins another user. Where Segment knows the user, `isKnown`, that other one does not count: only Segment can say that
 * somebody else has come.
 */
export function readPageUser(isKnown: boolean): void {
  const settings: UserSettings = readSettings()
  const record = sharedRecord()
  const { written = {}, pageUser = {} } = record
  const isOwn = (key: keyof UserSettings) => settings[key] !== undefined && !isAlike(settings[key], written[key])
  const isAnother = pageUser.email !== undefined && isOwn('email')
  let found: UserSettings = {}
  for (const key of USER_KEYS) {
    if (isOwn(key)) {
      if (!isAnother || !isKnown) found = { ...found, [key]: settings[key] }
    } else if (!isAnother && key in pageUser && settings[key] !== undefined) {
      found = { ...found, [key]: pageUser[key] }
    }
  }
  record.pageUser = found
}

/** Writes the user, and leaves the event name out where none is given. */
export function writeUser(user: UserSettings, eventName?: string | null): void {
  writeSettings({ ...NO_USER, ...user, ...(eventName !== undefined && { event_name: eventName }) })
  sharedRecord().written = user
}

/** Removes all that belongs to a person. */
export function clearUser(): void {
  Object.assign(sharedRecord(), { written: {}, pageUser: {}, isUncleared: true })
  writeSettings({})
}

/**
 * Changes the given keys, and removes what somebody who has left would still have there. The account token goes along
 * each time, in case the page has replaced its settings.
 */
export function writeSettings(settings: WootricSettings): void {
  const record = sharedRecord()
  changeSettings({ ...(record.isUncleared && NOBODY), ...settings, account_token: record.accountToken })
  record.isUncleared = false
}
