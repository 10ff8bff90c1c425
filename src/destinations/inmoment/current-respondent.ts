import { dropQueue } from './event-queue'
import { forgetMadeEvents } from './made-events'
import { pageState } from './page-state'
import { forgetUser, recallUser, rememberUser } from './remembered-user'
import { belongsTo, EMPTY, follow, hasIds, isSamePerson, update, type Changes, type Ids } from './respondent'
import { forgetOwnSettings, isAllowedByPage, sync } from './settings'
import { stopSurvey } from './wootric/beacon'

/** Applies an event: its person becomes the respondent, with what the event says. */
export function applyEvent(event: Ids, changes: Changes, canRemember: boolean): void {
  const state = pageState()
  const ids = { userId: event.userId, anonymousId: event.anonymousId, mappedUserId: changes.mappedUserId }
  const isAnother = hasIds(state.respondent) && !isSamePerson(state.respondent, ids)
  if (isAnother) leave(changes.user?.email)
  // A visitor may have become a user in another tab.
  if (canRemember && (isAnother || (ids.userId && !state.respondent.userId))) recall(ids)
  state.respondent = update(follow(state.respondent, ids), changes)
  if (canRemember && (changes.user ?? changes.group)) rememberUser(state.respondent)
  sync(state.respondent)
}

/** The user has logged out: nothing that belongs to them stays. */
export function resetRespondent(): void {
  forgetUser()
  endVisit()
  sync(EMPTY)
}

/** Call at load and on return from the back/forward cache: takes the stored user, and clears anybody else. */
export function restoreRespondent(stored: Ids | undefined, canRemember: boolean): void {
  const state = pageState()
  if (stored && hasIds(state.respondent) && !belongsTo(state.respondent, stored)) endVisit()
  if (!canRemember) forgetUser()
  else if (stored) recall(stored)
  sync(state.respondent)
}

function recall(ids: Ids): void {
  const state = pageState()
  const remembered = recallUser(ids)
  if (remembered && isAllowedByPage(remembered)) state.respondent = { ...state.respondent, ...remembered }
}

/** Nothing that was made until now is delivered any more. */
function endVisit(): void {
  forgetMadeEvents()
  dropQueue()
  leave()
}

/** Clears the respondent. The survey goes first, since the page may prevent the rest. */
function leave(nextEmail?: string | null): void {
  const state = pageState()
  stopSurvey()
  state.respondent = EMPTY
  state.missedRequest = undefined
  forgetOwnSettings(nextEmail)
}
