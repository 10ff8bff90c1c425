import type { Analytics, Context } from '@segment/analytics-next'
import { requireAccount } from './account-token'
import { attempt } from './attempt'
import { resetRespondent, restoreRespondent } from './current-respondent'
import { startQueue } from './event-queue'
import type { Settings } from './generated-types'
import { noteEarlierEvents, noteMadeEvent } from './made-events'
import { canRemember } from './remembered-user'
import { getStoredIds } from './stored-ids'
import { setTestFlags } from './wootric/beacon'

/**
 * Restores the user, listens for `reset`, and loads the beacon without waiting for it. Never throws: each event fails with
 * the cause. `analytics` may be an empty object, as in the tests of Segment's repository.
 */
export function initialize(settings: Settings, analytics: Partial<Analytics>): void {
  if (!attempt(() => requireAccount(settings))) return
  if (settings.testMode === true) attempt(setTestFlags)
  const restore = () => attempt(() => restoreRespondent(getStoredIds(analytics), canRemember(settings, analytics)))
  attempt(() => noteEarlierEvents(analytics))
  analytics.on?.('dispatch_start', ({ event }: Context) => noteMadeEvent(event))
  analytics.on?.('reset', () => attempt(resetRespondent))
  window.addEventListener('pageshow', ({ persisted }) => persisted && restore())
  restore()
  attempt(startQueue)
}
