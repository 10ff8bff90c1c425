import type { Analytics } from '@segment/analytics-next'
import { createResetError, InMomentError } from './errors'
import { getPageState } from './page-state'
import { isSameRespondent } from './respondent'
import type { Ids } from './respondent'

/** Enough, because all instances receive an event at about the same time. */
const MAX_RECENT = 1_000

type EventIds = Ids & { messageId?: string | null; timestamp?: unknown }

/**
 * Adds an event to the recent events: when the site makes it, and with `sender` when an instance delivers it.
 *
 * No field of an event says reliably whether it was made before a reset: before analytics.js 1.68.0, message IDs did not
 * contain the time, and a site can set both the message ID and the timestamp.
 */
export function addRecentEvent({ messageId, anonymousId }: EventIds, sender?: object): void {
  const { recentEvents } = getPageState()
  if (messageId && (sender ?? !recentEvents.has(messageId))) recentEvents.set(messageId, { anonymousId, sender })
  const [oldest] = recentEvents.keys()
  if (recentEvents.size > MAX_RECENT) recentEvents.delete(oldest)
}

/** Call on load: analytics.js does not announce the events that it has stored on an earlier page. */
export function checkForEarlierEvents({ queue }: Partial<Analytics>): void {
  if (queue?.isEmpty() === false) getPageState().hasEarlierEvents = true
}

/** Clears the recent events. From then on, {@link checkIsCurrent} throws for all events that were made before. */
export function clearRecentEvents(): void {
  const state = getPageState()
  state.recentEvents.clear()
  state.hasReset = true
}

/** Throws if the event belongs to an earlier user, or if another instance has sent it. */
export function checkIsCurrent(event: EventIds, analytics: Partial<Analytics>, instance: object): void {
  const { recentEvents, hasReset } = getPageState()
  const recent = recentEvents.get(event.messageId)
  if (recent?.sender && recent.sender !== instance) {
    throw new InMomentError('dropped', 'dropped the event because another instance has sent it')
  }
  // A site can use its own message ID both before and after a reset, which replaces the anonymous ID.
  const hasOwnMessageId = Boolean(event.anonymousId) && !event.messageId?.startsWith('ajs-next-')
  const isOther = hasOwnMessageId && recent?.anonymousId !== event.anonymousId
  if (hasReset ? isOther || !recent : !recent && isOfEarlierUser(event, analytics)) throw createResetError()
}

/** Whether an event from an earlier page belongs to a user other than the current user of analytics.js. */
function isOfEarlierUser(event: EventIds, analytics: Partial<Analytics>): boolean {
  // Events that analytics.js did not make were passed to the plugin directly.
  const isMade = event.timestamp instanceof Date || (event.messageId ?? '').startsWith('ajs-next-')
  const user = (isMade || getPageState().hasEarlierEvents) && analytics.user?.()
  if (!user) return false
  // On a shared device, a site may set the same anonymous ID for all users.
  if (event.userId) return event.userId !== user.id()
  return !isSameRespondent({ userId: user.id(), anonymousId: user.anonymousId() }, event)
}
