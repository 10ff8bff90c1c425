import type { Analytics } from '@segment/analytics-next'
import { attempt } from './attempt'
import type { Settings } from './generated-types'
import { isObject } from './is-object'
import { belongsTo, type Ids, type Respondent } from './respondent'

/** The only key of this destination in `localStorage`. */
const KEY = 'segment_actions_inmoment_user'
const VERSION = 1

/** In characters: more would take too much of the 5 MB that a browser grants the whole site. */
const MAX_LENGTH = 50_000

/** What is stored of a respondent: neither the page nor the survey request. */
type Remembered = Omit<Respondent, 'request' | 'page'>

/** Whether the site allows remembering the user: by the setting, and by an option of analytics.js. */
export function canRemember({ restoreUser }: Settings, { options }: Partial<Analytics>): boolean {
  return restoreUser !== false && options?.disableClientPersistence !== true
}

/** Stores what delivered events said about the user and the group, with the IDs it belongs to. Never throws. */
export function rememberUser({ userId, anonymousId, mappedUserId, user, group }: Respondent): void {
  const isStored = attempt(() => {
    const record = JSON.stringify({ version: VERSION, userId, anonymousId, mappedUserId, user, group })
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
    if (record.length <= MAX_LENGTH) remembered = parse(JSON.parse(record))
  })
  if (remembered && belongsTo(remembered, ids)) return remembered
  forgetUser()
}

/** Removes the record. Never throws. */
export function forgetUser(): void {
  attempt(() => localStorage.removeItem(KEY))
}

/** Any script of the site can write the record: every value must have its type, and other keys do not count. */
function parse(record: unknown): Remembered | undefined {
  if (!isObject(record) || record.version !== VERSION || !isObject(record.user)) return undefined
  const { userId, anonymousId, mappedUserId, group } = record
  const { email, external_id, created_at, language, segment_user_id, properties } = record.user
  const texts = [userId, anonymousId, mappedUserId, email, external_id, language, segment_user_id]
  const isValid =
    texts.every((value) => typeof (value ?? '') === 'string') &&
    typeof (created_at ?? 0) === 'number' &&
    [group, properties].every((value) => isObject(value ?? {}) && !Array.isArray(value))
  if (!isValid) return undefined
  const user = { email, external_id, created_at, language, segment_user_id, properties }
  return { userId, anonymousId, mappedUserId, user, group } as Remembered
}
