import { requireAccount } from './account-token'
import { attempt } from './attempt'
import { settingsLocked } from './errors'
import { isObject } from './is-object'
import { KEY, pageState } from './page-state'
import { toSettings, type Respondent } from './respondent'
import { VERSION } from './version'
import { getSettings, setSettings } from './wootric/beacon'
import type { WootricSettings } from './wootric/types'

/** These say who the user is. A page may set the other personal keys for everybody, such as the language. */
const IDENTIFYING_KEYS = ['email', 'external_id', 'created_at', 'properties', 'segment_user_id']
const PERSONAL_KEYS = [...IDENTIFYING_KEYS, 'language', 'event_name', 'page_info', 'group_info']
/** The page's own values of these stay on a change of user. */
const SITE_KEYS = ['product_name', 'wootric_recommend_target', 'version']
const OUR_KEYS = [...PERSONAL_KEYS, ...SITE_KEYS]
const CLEARED: WootricSettings = Object.fromEntries(OUR_KEYS.map((key) => [key, undefined]))

/** Writes the respondent to `wootricSettings`, next to the page's own keys. Throws if the page prevents it. */
export function sync(respondent: Respondent): void {
  // The page may have set its own token since the event arrived.
  const { accountToken } = pageState()
  if (accountToken) requireAccount({ accountToken })
  const own = updateOwnSettings(respondent)
  const personal = toSettings(respondent, own)
  // A mark for our objects, which no copy of them has: reactive stores return other objects than they were given.
  const mark = { value: Symbol() }
  for (const [key, value] of Object.entries(personal)) {
    // A copy, since the page may freeze it.
    if (isObject(value) && value !== own[key]) personal[key] = Object.defineProperty({ ...value }, KEY, mark)
  }
  write({ ...CLEARED, ...personal, account_token: accountToken, version: own.version ?? VERSION })
}

/** Call when a person is gone: the values that are there are theirs, unless the page has the email of the next user. */
export function forgetOwnSettings(nextEmail?: string | null): void {
  const state = pageState()
  const { ownSettings } = state
  const isNext = ownSettings.email && nextEmail && !isOtherEmail(ownSettings.email, nextEmail)
  if (!isNext) state.ownSettings = withoutPerson(ownSettings)
  // If the page prevents reading, the last write is still known.
  attempt(() => (state.writtenSettings = read(getSettings(), OUR_KEYS)))
}

/** Whether the page's own values allow this user: none says who the user is, or they have the same email. */
export function isAllowedByPage({ user }: Pick<Respondent, 'user'>): boolean {
  const own = updateOwnSettings(pageState().respondent)
  if (IDENTIFYING_KEYS.every((key) => own[key] === undefined)) return true
  return Boolean(own.email && user.email) && !isOtherEmail(own.email, user.email)
}

/** A value that differs from the last write is the page's own. A page can write its user at any time. */
function updateOwnSettings({ user }: Respondent): WootricSettings {
  const state = pageState()
  const { ownSettings, writtenSettings } = state
  const found = Object.entries(read(getSettings(), OUR_KEYS))
  const changed = Object.fromEntries(found.filter(([key, value]) => identity(value) !== identity(writtenSettings[key])))
  let own = { ...ownSettings, ...changed }
  if (isOtherEmail(changed.email, ownSettings.email)) {
    // Another user of the page's own. If Segment knows the user, only Segment can say that somebody else is here.
    own = { ...withoutPerson(own), ...(Object.values(user).every((value) => value === undefined) && changed) }
  }
  return (state.ownSettings = isOtherEmail(own.email, user.email) ? withoutPerson(own) : own)
}

function withoutPerson(own: WootricSettings): WootricSettings {
  return read(own, SITE_KEYS)
}

function isOtherEmail(one: unknown, other: unknown): boolean {
  return typeof one === 'string' && typeof other === 'string' && one.toLowerCase() !== other.toLowerCase()
}

/** In place, since beacon and page may keep the object. If a part fails, it gets its own values back, and is replaced. */
function write(values: WootricSettings): void {
  const state = pageState()
  const settings = getSettings()
  assign(settings, values)
  if (!hasValues(settings, values)) {
    assign(settings, { ...CLEARED, ...state.ownSettings })
    assign(setSettings({ ...read(settings, Object.keys(settings)), ...values }), values)
    if (!hasValues(getSettings(), values)) throw settingsLocked()
  }
  state.writtenSettings = values
}

/** Fails silently for what is frozen or sealed, or has a setter that throws. */
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
