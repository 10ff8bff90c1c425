import { dropQueue } from './event-queue'
import { clearMadeEvents } from './made-events'
import { pageState } from './page-state'
import { removeRememberedUser, readRememberedUser, rememberUser } from './remembered-user'
import { belongsTo, EMPTY_RESPONDENT, setIds, hasIds, isSamePerson, update, type Changes, type Ids } from './respondent'
import { clearPageSettings, isAllowedByPage, sync } from './settings'
import { stopSurvey } from './wootric/beacon'

/** Applies an event: its user becomes the respondent, with the changes of the event. Throws if the page prevents it. */
export function applyEvent(event: Ids, changes: Changes, canRemember: boolean): void {
  const state = pageState()
  const ids = { userId: event.userId, anonymousId: event.anonymousId, mappedUserId: changes.mappedUserId }
  const isAnother = hasIds(state.respondent) && !isSamePerson(state.respondent, ids)
  if (isAnother) clearRespondent(changes.user?.email)
  // A visitor may have become a user in another tab.
  if (canRemember && (isAnother || (ids.userId && !state.respondent.userId))) restoreRemembered(ids)
  state.respondent = update(setIds(state.respondent, ids), changes)
  if (canRemember && (changes.user ?? changes.group)) rememberUser(state.respondent)
  sync(state.respondent)
}

/** Clears everything that belongs to the user, on `analytics.reset()`. */
export function resetRespondent(): void {
  removeRememberedUser()
  clearVisit()
  sync(EMPTY_RESPONDENT)
}

/** Restores the stored user at load and on return from the back/forward cache, and clears any other user. */
export function restoreRespondent(stored: Ids | undefined, canRemember: boolean): void {
  const state = pageState()
  if (stored && hasIds(state.respondent) && !belongsTo(state.respondent, stored)) clearVisit()
  if (!canRemember) removeRememberedUser()
  else if (stored) restoreRemembered(stored)
  sync(state.respondent)
}

function restoreRemembered(ids: Ids): void {
  const state = pageState()
  const remembered = readRememberedUser(ids)
  if (remembered && isAllowedByPage(remembered)) state.respondent = { ...state.respondent, ...remembered }
}

/** Clears the respondent, and drops all events made until now. */
function clearVisit(): void {
  clearMadeEvents()
  dropQueue()
  clearRespondent()
}

/** Clears the respondent. Stops the survey first, because the page may prevent the rest. */
function clearRespondent(nextEmail?: string | null): void {
  const state = pageState()
  stopSurvey()
  state.respondent = EMPTY_RESPONDENT
  state.missedRequest = undefined
  clearPageSettings(nextEmail)
}
