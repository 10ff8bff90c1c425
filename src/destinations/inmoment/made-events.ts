import type { Analytics } from '@segment/analytics-next'
import { InMomentError, madeBeforeReset } from './errors'
import { pageState } from './page-state'
import { isSamePerson, type Ids } from './respondent'

/** Every instance receives an event within moments. */
const MAX_REMEMBERED = 1_000

type EventIds = Ids & { messageId?: string | null; timestamp?: unknown }

/** Call when the site makes an event, which no other data tells reliably, and when an instance is about to send it. */
export function noteMadeEvent({ messageId, anonymousId }: EventIds, sender?: object): void {
  const { madeEvents } = pageState()
  if (messageId && (sender ?? !madeEvents.has(messageId))) madeEvents.set(messageId, { anonymousId, sender })
  if (madeEvents.size > MAX_REMEMBERED) madeEvents.delete(madeEvents.keys().next().value)
}

/** Call at load: analytics.js delivers the events that it kept from an earlier page without making them again. */
export function noteEarlierEvents({ queue }: Partial<Analytics>): void {
  if (queue?.isEmpty() === false) pageState().hasEarlierEvents = true
}

/** Everything made until now was made before a reset. */
export function forgetMadeEvents(): void {
  const state = pageState()
  state.madeEvents.clear()
  state.hasReset = true
}

/** Throws if the event belongs to somebody who is gone, or if another instance sends it: one event is sent once. */
export function requireCurrent(event: EventIds, analytics: Partial<Analytics>, instance: object): void {
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

/** Whether an event that was made before this page belongs to a user other than the one analytics.js has now. */
function isOfFormerUser(event: EventIds, analytics: Partial<Analytics>): boolean {
  // Other events come from a caller that gives them to the plugin itself.
  const isMade = event.timestamp instanceof Date || event.messageId?.startsWith('ajs-next-')
  const isEarlier = isMade === true || pageState().hasEarlierEvents === true
  const user = isEarlier && analytics.user?.()
  if (!user) return false
  // Users by their user IDs alone: a site may give the same anonymous ID to everybody on a shared device.
  if (event.userId) return event.userId !== user.id()
  return !isSamePerson({ userId: user.id(), anonymousId: user.anonymousId() }, event)
}
