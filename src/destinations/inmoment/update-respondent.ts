import { clearUser, clearUserAndEvents } from './clear-user'
import { getPageState } from './page-state'
import { clearRememberedUser, getRememberedUser, rememberUser } from './remembered-user'
import { applyChanges, hasIds, isCurrent, isSameRespondent, setIds } from './respondent'
import type { Changes, Ids } from './respondent'
import { isAllowedByPage, syncSettings } from './sync-settings'

/**
 * Applies the changes of an event to the respondent and writes them to `wootricSettings`. If the event belongs to another
 * person, clears the user first. Throws if the page prevents changes to `wootricSettings`.
 */
export function updateRespondent(event: Ids, changes: Changes, canRemember: boolean): void {
  const state = getPageState()
  const ids = { userId: event.userId, anonymousId: event.anonymousId, mappedUserId: changes.mappedUserId }
  const isOther = hasIds(state.respondent) && !isSameRespondent(state.respondent, ids)
  if (isOther) clearUser(changes.user?.email)
  // A visitor may have become a user in another tab.
  if (canRemember && (isOther || (ids.userId && !state.respondent.userId))) restoreUser(ids)
  state.respondent = applyChanges(setIds(state.respondent, ids), changes)
  if (canRemember && (changes.user ?? changes.group)) rememberUser(state.respondent)
  syncSettings(state.respondent)
}

/**
 * Restores the remembered user on load and on return from the back/forward cache. Clears a respondent that does not
 * belong to the IDs that analytics.js has stored.
 */
export function restoreRespondent(stored: Ids | undefined, canRemember: boolean): void {
  const state = getPageState()
  if (stored && hasIds(state.respondent) && !isCurrent(state.respondent, stored)) clearUserAndEvents()
  if (!canRemember) clearRememberedUser()
  else if (stored) restoreUser(stored)
  syncSettings(state.respondent)
}

function restoreUser(ids: Ids): void {
  const state = getPageState()
  const remembered = getRememberedUser(ids)
  if (remembered && isAllowedByPage(remembered)) state.respondent = { ...state.respondent, ...remembered }
}
