import type { Analytics } from '@segment/analytics-next'
import { attempt } from './attempt'
import type { Settings } from './generated-types'
import { getStoredIds } from './stored-ids'
import { belongsTo, hasIds, type Ids, type Respondent } from './respondent'

/** The only key of this destination in `localStorage`. */
const KEY = 'segment_actions_inmoment_user'
const VERSION = 1

/** In characters: more would take too much of the 5 MB that a browser grants the whole site. */
const MAX_LENGTH = 50_000

/** What is stored of a respondent, with an example of each type: neither the page nor the survey request. */
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

/** Whether the site allows remembering the user: by the setting, and by letting analytics.js store the user. */
export function canRemember({ restoreUser }: Settings, analytics: Partial<Analytics>): boolean {
  return restoreUser !== false && hasIds(getStoredIds(analytics) ?? {})
}

/** Stores what delivered events said about the user and the group, with the IDs it belongs to. Never throws. */
export function rememberUser(respondent: Respondent): void {
  const isStored = attempt(() => {
    const record = JSON.stringify({ ...respondent, request: undefined, page: undefined, version: VERSION })
    if (record.length > MAX_LENGTH) throw new RangeError('too long')
    localStorage.setItem(KEY, record)
  })
  // An older record would be wrong.
  if (!isStored) forgetUser()
}

/** What is remembered about the user with these IDs. A record of another user, or one that is unreadable, is removed. */
export function recallUser(ids: Ids): Remembered | undefined {
  let remembered: Remembered | undefined
  attempt(() => {
    const record = localStorage.getItem(KEY) ?? ''
    const { version, ...values } = JSON.parse(record) as Remembered & { version: unknown }
    if (version === VERSION) remembered = pick(TYPES, values) as Remembered
  })
  if (remembered?.user && belongsTo(remembered, ids)) return remembered
  forgetUser()
}

/** Removes the record. Never throws. */
export function forgetUser(): void {
  attempt(() => localStorage.removeItem(KEY))
}

/** Any script of the site can write the record: only known keys with values of the right types count. */
function pick(types: object, found: unknown): unknown {
  const keys = Object.entries<object>(types as Record<string, object>)
  if (keys.length === 0) return found
  const values = found as Record<string, unknown>
  const known = keys.filter(([key, type]) => typeof values[key] === typeof type && !Array.isArray(values[key]))
  return Object.fromEntries(known.map(([key, type]) => [key, pick(type, values[key])]))
}
