import { dropQueuedEvents } from './event-queue'
import { getPageState } from './page-state'
import { clearRecentEvents } from './recent-events'
import { clearRememberedUser } from './remembered-user'
import { EMPTY_RESPONDENT } from './respondent'
import { clearPageSettings, syncSettings } from './sync-settings'
import { stopSurvey } from './wootric/beacon'

/**
 * Clears the user after `analytics.reset()`, which a site calls on logout: the remembered user, the queue, a visible
 * survey and `wootricSettings`. Throws if the page prevents changes to `wootricSettings`.
 *
 * https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/#reset-or-log-out
 */
export function resetUser(): void {
  clearRememberedUser()
  clearUserAndEvents()
  syncSettings(EMPTY_RESPONDENT)
}

/** Clears the user, and drops all events that were made until now. Does not change `wootricSettings`. */
export function clearUserAndEvents(): void {
  clearRecentEvents()
  dropQueuedEvents()
  clearUser()
}

/** Clears the respondent when the user changes. Does not change `wootricSettings`. */
export function clearUser(nextEmail?: string | null): void {
  const state = getPageState()
  // Comes first, because the page may prevent the rest.
  stopSurvey()
  state.respondent = EMPTY_RESPONDENT
  state.failedRequest = undefined
  clearPageSettings(nextEmail)
}
