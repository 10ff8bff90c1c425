import type { Analytics } from '@segment/analytics-next'
import { attempt } from './attempt'
import type { Settings } from './generated-types'
import { hasIds, isCurrent } from './respondent'
import type { Ids, Respondent } from './respondent'
import { getStoredIds } from './stored-ids'

/** The only key of this destination in `localStorage`. */
export const RECORD_KEY = 'segment_actions_inmoment_user'
const VERSION = 1

/** In characters. A site has about 5 MB in total: https://storage.spec.whatwg.org/#registered-storage-endpoints */
const MAX_LENGTH = 50_000

/** The parts of a respondent that are stored. The page and the survey request are not. */
type Remembered = Omit<Respondent, 'request' | 'page'>

/** The keys of the record, each with a value of its type. */
const USER = {
  email: '',
  external_id: '',
  created_at: 0,
  language: '',
  product_name: '',
  wootric_recommend_target: '',
  segment_user_id: '',
  properties: {}
}
const TYPES = { userId: '', anonymousId: '', mappedUserId: '', group: {}, groupProperties: {}, user: USER }

/** Whether the setting `restoreUser` is on, and the site lets analytics.js store the user. */
export function canRememberUser({ restoreUser }: Settings, analytics: Partial<Analytics>): boolean {
  return restoreUser !== false && hasIds(getStoredIds(analytics) ?? {})
}

/** Stores the respondent's user, group and IDs. If that fails, removes the older record, which is outdated. Never throws. */
export function rememberUser(respondent: Respondent): void {
  const isStored = attempt(() => {
    const record = JSON.stringify({ ...respondent, request: undefined, page: undefined, version: VERSION })
    if (record.length > MAX_LENGTH) throw new Error('too long')
    localStorage.setItem(RECORD_KEY, record)
  })
  if (!isStored) clearRememberedUser()
}

/** Returns the stored user if it belongs to these IDs. Removes an unreadable record or one of another user. Never throws. */
export function getRememberedUser(ids: Ids): Remembered | undefined {
  let remembered: Remembered | undefined
  attempt(() => {
    const record = localStorage.getItem(RECORD_KEY) ?? ''
    const { version, ...values } = JSON.parse(record) as Remembered & { version: unknown }
    if (version === VERSION) remembered = pick(TYPES, values) as Remembered
  })
  if (remembered?.user && isCurrent(remembered, ids)) return remembered
  clearRememberedUser()
}

/** Removes the record. Never throws. */
export function clearRememberedUser(): void {
  attempt(() => localStorage.removeItem(RECORD_KEY))
}

/** Returns the known keys whose values have the right type, because any script on the site can write the record. */
function pick(types: object, found: unknown): unknown {
  const keys = Object.entries<object>(types as Record<string, object>)
  if (keys.length === 0) return found
  const values = found as Record<string, unknown>
  const known = keys.filter(([key, type]) => typeof values[key] === typeof type && !Array.isArray(values[key]))
  return Object.fromEntries(known.map(([key, type]) => [key, pick(type, values[key])]))
}
