import { checkAccountToken } from './account-token'
import { attempt } from './attempt'
import { createSettingsError } from './errors'
import { isObject } from './is-object'
import { getPageState, STATE_KEY } from './page-state'
import { createSettings } from './respondent'
import type { Respondent } from './respondent'
import { VERSION } from './version'
import { getSettings, setSettings } from './wootric/beacon'
import type { WootricSettings } from './wootric/types'

/** The keys that identify a user. The page can set the other personal keys, such as the language, for all users. */
const IDENTIFYING_KEYS = ['email', 'external_id', 'created_at', 'properties', 'segment_user_id']
const PERSONAL_KEYS = [...IDENTIFYING_KEYS, 'language', 'event_name', 'page_info', 'group_info']
/** The page's own values of these keys stay when the user changes. */
const SITE_KEYS = ['product_name', 'wootric_recommend_target', 'version']
const OUR_KEYS = [...PERSONAL_KEYS, ...SITE_KEYS]
const CLEARED: WootricSettings = Object.fromEntries(OUR_KEYS.map((key) => [key, undefined]))

/** Writes the respondent to `wootricSettings` and keeps the page's own keys. Throws if the page prevents it. */
export function syncSettings(respondent: Respondent): void {
  // The page may have set another account token since the event arrived.
  const { accountToken } = getPageState()
  if (accountToken) checkAccountToken({ accountToken })
  const pageSettings = updatePageSettings(respondent)
  const settings = createSettings(respondent, pageSettings)
  // Marks our objects, because reactive stores return other objects than were assigned. Copies do not have the mark.
  const mark = { value: Symbol() }
  for (const [key, value] of Object.entries(settings)) {
    // Writes a copy, because the page may freeze it.
    if (isObject(value) && value !== pageSettings[key]) {
      settings[key] = Object.defineProperty({ ...value }, STATE_KEY, mark)
    }
  }
  write({ ...CLEARED, ...settings, account_token: accountToken, version: pageSettings.version ?? VERSION })
}

/** Clears the page's own personal values when the user changes, unless they have the email of the next user. */
export function clearPageSettings(nextEmail?: string | null): void {
  const state = getPageState()
  const { pageSettings } = state
  const isNext = pageSettings.email && nextEmail && !isOtherEmail(pageSettings.email, nextEmail)
  if (!isNext) state.pageSettings = removePersonalValues(pageSettings)
  // Values that are there now belong to the earlier user. If the page prevents reading, the last write is known.
  attempt(() => (state.lastSettings = read(getSettings(), OUR_KEYS)))
}

/** Whether the page's own values identify no user, or a user with the same email. */
export function isAllowedByPage({ user }: Pick<Respondent, 'user'>): boolean {
  const pageSettings = updatePageSettings(getPageState().respondent)
  if (IDENTIFYING_KEYS.every((key) => pageSettings[key] === undefined)) return true
  return Boolean(pageSettings.email && user.email) && !isOtherEmail(pageSettings.email, user.email)
}

/** Values that differ from the last write are the page's own. A page can set its user at any time. */
function updatePageSettings({ user }: Respondent): WootricSettings {
  const state = getPageState()
  const { pageSettings, lastSettings } = state
  const found = Object.entries(read(getSettings(), OUR_KEYS))
  const changed = Object.fromEntries(
    found.filter(([key, value]) => getIdentity(value) !== getIdentity(lastSettings[key]))
  )
  let updated = { ...pageSettings, ...changed }
  if (isOtherEmail(changed.email, pageSettings.email)) {
    // The page has set another user. A user from Segment takes precedence.
    const isVisitor = Object.values(user).every((value) => value === undefined)
    updated = { ...removePersonalValues(updated), ...(isVisitor && changed) }
  }
  return (state.pageSettings = isOtherEmail(updated.email, user.email) ? removePersonalValues(updated) : updated)
}

function removePersonalValues(pageSettings: WootricSettings): WootricSettings {
  return read(pageSettings, SITE_KEYS)
}

function isOtherEmail(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() !== other.toLowerCase()
}

/**
 * Changes `wootricSettings` in place, because the beacon and the page may hold a reference to it. If the page prevents
 * some of the changes, restores the page's own values and replaces the object. Throws if that fails too.
 */
function write(values: WootricSettings): void {
  const state = getPageState()
  const settings = getSettings()
  assign(settings, values)
  if (!hasValues(settings, values)) {
    assign(settings, { ...CLEARED, ...state.pageSettings })
    assign(setSettings({ ...read(settings, Object.keys(settings)), ...values }), values)
    if (!hasValues(getSettings(), values)) throw createSettingsError()
  }
  state.lastSettings = values
}

/** Skips keys that are frozen or sealed, or have a setter that throws. */
function assign(settings: WootricSettings, values: WootricSettings): void {
  for (const [key, value] of Object.entries(values)) {
    attempt(() => {
      if (value !== undefined) settings[key] = value
      else if (key in settings) delete settings[key]
    })
  }
}

/** Whether the settings have these values. Setters and proxies can ignore a change without an error. */
function hasValues(settings: WootricSettings, values: WootricSettings): boolean {
  const found = read(settings, Object.keys(values))
  return Object.keys(values).every((key) => getIdentity(found[key]) === getIdentity(values[key]))
}

/** Returns the mark of an object that this destination wrote, otherwise the value. */
function getIdentity(value: unknown): unknown {
  if (!isObject(value)) return value
  return (value as { [STATE_KEY]?: symbol })[STATE_KEY] ?? value
}

/** Returns the values of these keys. If a getter throws, its value is `undefined`. */
function read(settings: WootricSettings, keys: string[]): WootricSettings {
  const values = Object.create(null) as WootricSettings
  for (const key of keys) attempt(() => (values[key] = settings[key]))
  return values
}
