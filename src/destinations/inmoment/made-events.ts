import type { Analytics } from '@segment/analytics-next'
import { InMomentError, madeBeforeReset } from './errors'
import { pageState } from './page-state'
import { isSamePerson, type Ids } from './respondent'

/** All instances receive an event at nearly the same time, so older events can be removed. */
const MAX_REMEMBERED = 1_000

type EventIds = Ids & { messageId?: string | null; timestamp?: unknown }

/**
 * Records that the site made an event, or that an instance is about to send it. Timestamps and message IDs do not show
 * reliably when an event was made.
 */
export function recordMadeEvent({ messageId, anonymousId }: EventIds, sender?: object): void {
  const { madeEvents } = pageState()
  if (messageId && (sender ?? !madeEvents.has(messageId))) madeEvents.set(messageId, { anonymousId, sender })
  if (madeEvents.size > MAX_REMEMBERED) madeEvents.delete(madeEvents.keys().next().value)
}

/** Call at load. analytics.js delivers events of an earlier page without emitting that they were made. */
export function detectEarlierEvents({ queue }: Partial<Analytics>): void {
  if (queue?.isEmpty() === false) pageState().hasEarlierEvents = true
}

/** Marks all events until now as made before a reset. */
export function clearMadeEvents(): void {
  const state = pageState()
  state.madeEvents.clear()
  state.hasReset = true
}

/** Throws if the event belongs to a former user, or if another instance sends it: each event is sent once. */
export function checkIsCurrent(event: EventIds, analytics: Partial<Analytics>, instance: object): void {
  const { madeEvents, hasReset } = pageState()
  const made = madeEvents.get(event.messageId)
  if (made?.sender && made.sender !== instance) {
    throw new InMomentError('dropped', 'dropped the event because another instance has sent it')
  }
  // A site may use one message ID before and after a reset, which replaces the anonymous ID.
  const isOwnId = Boolean(event.anonymousId) && !event.messageId?.startsWith('ajs-next-')
  const isOther = isOwnId && made?.anonymousId !== event.anonymousId
  if (hasReset ? isOther || !made : !made && isOfFormerUser(event, analytics)) throw madeBeforeReset()
}

/** Whether an event of an earlier page belongs to another user than the current one. */
function isOfFormerUser(event: EventIds, analytics: Partial<Analytics>): boolean {
  // Other events were passed to the plugin directly, without analytics.js.
  const isMade = event.timestamp instanceof Date || event.messageId?.startsWith('ajs-next-')
  const isEarlier = isMade === true || pageState().hasEarlierEvents === true
  const user = isEarlier && analytics.user?.()
  if (!user) return false
  // A site may use the same anonymous ID for all users of a shared device, so user IDs decide.
  if (event.userId) return event.userId !== user.id()
  return !isSamePerson({ userId: user.id(), anonymousId: user.anonymousId() }, event)
}
