import type { Analytics, Context } from '@segment/analytics-next'
import { checkAccountToken } from './account-token'
import { attempt } from './attempt'
import { resetUser } from './clear-user'
import { startQueue } from './event-queue'
import type { Settings } from './generated-types'
import { getPageState } from './page-state'
import { addRecentEvent, checkForEarlierEvents } from './recent-events'
import { canRememberUser } from './remembered-user'
import { hasIds } from './respondent'
import { getStoredIds } from './stored-ids'
import { restoreRespondent } from './update-respondent'
import { setTestFlags } from './wootric/beacon'

/**
 * Listens to analytics.js, restores the user and loads the beacon. Never throws: if something fails, each event fails
 * with the reason. `analytics` is an empty object in the tests of Segment's repository.
 */
export function initialize(settings: Settings, analytics: Partial<Analytics>): void {
  // The page may use another account token now, or set one later.
  const run = (step: () => unknown) => attempt(() => (checkAccountToken(settings), step()))
  const restore = () => restoreRespondent(getStoredIds(analytics), canRememberUser(settings, analytics))
  attempt(() => checkForEarlierEvents(analytics))
  analytics.on?.('dispatch_start', ({ event }: Context) => attempt(() => addRecentEvent(event)))
  analytics.on?.('reset', () => run(resetUser))
  window.addEventListener('pageshow', ({ persisted }) => persisted && run(restore))
  if (settings.testMode === true) run(setTestFlags)
  // An earlier instance may have restored the user, and events may have arrived since.
  run(() => hasIds(getPageState().respondent) || restore())
  run(startQueue)
}
