import { checkAccountToken } from './account-token'
import { attempt } from './attempt'
import { settingsLocked } from './errors'
import { isObject } from './is-object'
import { KEY, pageState } from './page-state'
import { toSettings, type Respondent } from './respondent'
import { VERSION } from './version'
import { getSettings, setSettings } from './wootric/beacon'
import type { WootricSettings } from './wootric/types'

/** Keys that identify the user. A page may set the other personal keys, such as the language, for all users. */
const IDENTIFYING_KEYS = ['email', 'external_id', 'created_at', 'properties', 'segment_user_id']
const PERSONAL_KEYS = [...IDENTIFYING_KEYS, 'language', 'event_name', 'page_info', 'group_info']
/** The page's own values of these keys stay on a change of user. */
const SITE_KEYS = ['product_name', 'wootric_recommend_target', 'version']
const OUR_KEYS = [...PERSONAL_KEYS, ...SITE_KEYS]
const CLEARED: WootricSettings = Object.fromEntries(OUR_KEYS.map((key) => [key, undefined]))

/** Writes the whole respondent to `wootricSettings`, and keeps the page's other keys. Throws if the page prevents it. */
export function sync(respondent: Respondent): void {
  // The page may have set its own token since the event arrived.
  const { accountToken } = pageState()
  if (accountToken) checkAccountToken({ accountToken })
  const own = updatePageSettings(respondent)
  const personal = toSettings(respondent, own)
  // Marks our objects, because reactive stores return other objects than those that were set.
  const mark = { value: Symbol() }
  for (const [key, value] of Object.entries(personal)) {
    // A copy, because the page may freeze it.
    if (isObject(value) && value !== own[key]) personal[key] = Object.defineProperty({ ...value }, KEY, mark)
  }
  write({ ...CLEARED, ...personal, account_token: accountToken, version: own.version ?? VERSION })
}

/** Call when the user changes. The page's values belong to the former user, unless they have the email of the next. */
export function clearPageSettings(nextEmail?: string | null): void {
  const state = pageState()
  const { pageSettings } = state
  const isNext = pageSettings.email && nextEmail && !isOtherEmail(pageSettings.email, nextEmail)
  if (!isNext) state.pageSettings = withoutPerson(pageSettings)
  // If the page prevents reading, the last write stays.
  attempt(() => (state.writtenSettings = read(getSettings(), OUR_KEYS)))
}

/** Whether the page's own values allow this user: they identify no user, or have the same email. */
export function isAllowedByPage({ user }: Pick<Respondent, 'user'>): boolean {
  const own = updatePageSettings(pageState().respondent)
  if (IDENTIFYING_KEYS.every((key) => own[key] === undefined)) return true
  return Boolean(own.email && user.email) && !isOtherEmail(own.email, user.email)
}

/** Finds the page's own values, which differ from the last write. A page can set its user at any time. */
function updatePageSettings({ user }: Respondent): WootricSettings {
  const state = pageState()
  const { pageSettings, writtenSettings } = state
  const found = Object.entries(read(getSettings(), OUR_KEYS))
  const changed = Object.fromEntries(found.filter(([key, value]) => identity(value) !== identity(writtenSettings[key])))
  let own = { ...pageSettings, ...changed }
  if (isOtherEmail(changed.email, pageSettings.email)) {
    // The page has set another user. If Segment knows the user, only Segment can change the user.
    own = { ...withoutPerson(own), ...(Object.values(user).every((value) => value === undefined) && changed) }
  }
  return (state.pageSettings = isOtherEmail(own.email, user.email) ? withoutPerson(own) : own)
}

function withoutPerson(own: WootricSettings): WootricSettings {
  return read(own, SITE_KEYS)
}

function isOtherEmail(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() !== other.toLowerCase()
}

/** Writes in place, because beacon and page may keep the object. If that fails, restores and replaces the object. */
function write(values: WootricSettings): void {
  const state = pageState()
  const settings = getSettings()
  assign(settings, values)
  if (!hasValues(settings, values)) {
    assign(settings, { ...CLEARED, ...state.pageSettings })
    assign(setSettings({ ...read(settings, Object.keys(settings)), ...values }), values)
    if (!hasValues(getSettings(), values)) throw settingsLocked()
  }
  state.writtenSettings = values
}

/** Ignores keys that are frozen or sealed, or whose setter throws. */
function assign(settings: WootricSettings, values: WootricSettings): void {
  for (const [key, value] of Object.entries(values)) {
    attempt(() => {
      if (value !== undefined) settings[key] = value
      else if (key in settings) delete settings[key]
    })
  }
}

/** Setters and proxies can ignore a change without an error. */
function hasValues(settings: WootricSettings, values: WootricSettings): boolean {
  const found = read(settings, Object.keys(values))
  return Object.keys(values).every((key) => identity(found[key]) === identity(values[key]))
}

function identity(value: unknown): unknown {
  return isObject(value) ? ((value as { [KEY]?: symbol })[KEY] ?? value) : value
}

/** The values of these keys; one whose getter throws is `undefined`. */
function read(settings: WootricSettings, keys: string[]): WootricSettings {
  const values = Object.create(null) as WootricSettings
  for (const key of keys) attempt(() => (values[key] = settings[key]))
  return values
}
