import type { Analytics, Context } from '@segment/analytics-next'
import { checkAccountToken } from './account-token'
import { attempt } from './attempt'
import { resetRespondent, restoreRespondent } from './current-respondent'
import { startQueue } from './event-queue'
import type { Settings } from './generated-types'
import { detectEarlierEvents, recordMadeEvent } from './made-events'
import { pageState } from './page-state'
import { canRemember } from './remembered-user'
import { hasIds } from './respondent'
import { getStoredIds } from './stored-ids'
import { setTestFlags } from './wootric/beacon'

/**
 * Connects the destination to the page: `reset`, the back/forward cache, the remembered user and the beacon. Never throws:
 * if something fails, each event fails with the cause. In the tests of Segment's repository, `analytics` is an empty object.
 */
export function initialize(settings: Settings, analytics: Partial<Analytics>): void {
  // The page may set another account token now or later.
  const run = (step: () => unknown) => attempt(() => (checkAccountToken(settings), step()))
  const restore = () => restoreRespondent(getStoredIds(analytics), canRemember(settings, analytics))
  attempt(() => detectEarlierEvents(analytics))
  analytics.on?.('dispatch_start', ({ event }: Context) => attempt(() => recordMadeEvent(event)))
  analytics.on?.('reset', () => run(resetRespondent))
  window.addEventListener('pageshow', ({ persisted }) => persisted && run(restore))
  if (settings.testMode === true) run(setTestFlags)
  // An earlier instance may have restored the user, and events may have arrived since.
  run(() => hasIds(pageState().respondent) || restore())
  run(startQueue)
}
