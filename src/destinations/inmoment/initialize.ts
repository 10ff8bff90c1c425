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

/** Never throws: each event fails with the cause. In the tests of Segment's repository, `analytics` is an empty object. */
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
