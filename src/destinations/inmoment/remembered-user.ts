import type { Analytics } from '@segment/analytics-next'
import { attempt } from './attempt'
import type { Settings } from './generated-types'
import { getStoredIds } from './stored-ids'
import { belongsTo, hasIds, type Ids, type Respondent } from './respondent'

/** The only key of this destination in `localStorage`. */
export const KEY = 'segment_actions_inmoment_user'
const VERSION = 1

/** In characters. Browsers allow about 5 MB for the whole site. */
const MAX_LENGTH = 50_000

/** The stored part of a respondent, without page and survey request. `TYPES` has an example value of each type. */
type Remembered = Omit<Respondent, 'request' | 'page'>
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

/** Whether the user may be stored: the setting is on, and analytics.js stores the user too. */
export function canRemember({ restoreUser }: Settings, analytics: Partial<Analytics>): boolean {
  return restoreUser !== false && hasIds(getStoredIds(analytics) ?? {})
}

/** Stores the values of delivered events about the user and the group, with their IDs. Never throws. */
export function rememberUser(respondent: Respondent): void {
  const isStored = attempt(() => {
    const record = JSON.stringify({ ...respondent, request: undefined, page: undefined, version: VERSION })
    if (record.length > MAX_LENGTH) throw new RangeError('too long')
    localStorage.setItem(KEY, record)
  })
  // The older record is out of date.
  if (!isStored) removeRememberedUser()
}

/** Reads the stored values of the user with these IDs. Removes the record if it belongs to another user or is unreadable. */
export function readRememberedUser(ids: Ids): Remembered | undefined {
  let remembered: Remembered | undefined
  attempt(() => {
    const record = localStorage.getItem(KEY) ?? ''
    const { version, ...values } = JSON.parse(record) as Remembered & { version: unknown }
    if (version === VERSION) remembered = pick(TYPES, values) as Remembered
  })
  if (remembered?.user && belongsTo(remembered, ids)) return remembered
  removeRememberedUser()
}

/** Removes the record. Never throws. */
export function removeRememberedUser(): void {
  attempt(() => localStorage.removeItem(KEY))
}

/** Picks known keys with the right types: any script of the site can write the record. */
function pick(types: object, found: unknown): unknown {
  const keys = Object.entries<object>(types as Record<string, object>)
  if (keys.length === 0) return found
  const values = found as Record<string, unknown>
  const known = keys.filter(([key, type]) => typeof values[key] === typeof type && !Array.isArray(values[key]))
  return Object.fromEntries(known.map(([key, type]) => [key, pick(type, values[key])]))
}
