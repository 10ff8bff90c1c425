import type { Analytics } from '@segment/analytics-next'
import { InMomentError, madeBeforeReset } from './errors'
import { pageState } from './page-state'
import { isSamePerson, type Ids } from './respondent'

/** Every instance receives an event within moments. */
const MAX_REMEMBERED = 1_000

type EventIds = Ids & { messageId?: string | null }

/** Notes an event when the site makes it: neither its message ID nor its timestamp tells when that was. */
export function noteMadeEvent({ messageId }: EventIds): void {
  const { madeEvents } = pageState()
  if (!madeEvents.has(messageId)) remember(messageId, undefined)
}

/** Call at load: analytics.js delivers the events that it kept from an earlier page without making them again. */
export function noteEarlierEvents({ queue }: Partial<Analytics>): void {
  if (queue?.isEmpty() === false) pageState().hasEarlierEvents = true
}

/** Everything made until now was made before a reset. */
export function forgetMadeEvents(): void {
  const state = pageState()
  state.madeEvents.clear()
  state.resets += 1
}

/** Reserves the event for this instance, which is about to send it. */
export function claimEvent({ messageId }: EventIds, instance: object): void {
  if (messageId) remember(messageId, instance)
}

/**
 * Throws if the event must not be sent: it belongs to somebody who is gone, or another instance in the same analytics.js
 * sends it. The first instance does so for all of its own mappings; otherwise one event would request several surveys.
 */
export function requireCurrent(event: EventIds, analytics: Partial<Analytics>, instance: object): void {
  const { madeEvents, resets } = pageState()
  const sender = madeEvents.get(event.messageId)
  if (sender && sender !== instance) {
    throw new InMomentError('dropped', 'dropped the event because another instance of this destination has sent it')
  }
  if (!madeEvents.has(event.messageId) && (resets > 0 || isOfFormerUser(event, analytics))) throw madeBeforeReset()
}

/** Whether an event that was made before this page belongs to a user other than the one analytics.js has now. */
function isOfFormerUser(event: EventIds, analytics: Partial<Analytics>): boolean {
  const isEarlier = pageState().hasEarlierEvents || event.messageId?.startsWith('ajs-next-')
  const user = isEarlier && analytics.user?.()
  if (!user) return false
  // Users by their user IDs alone: a site may give the same anonymous ID to everybody on a shared device.
  if (event.userId) return event.userId !== user.id()
  return !isSamePerson({ userId: user.id(), anonymousId: user.anonymousId() }, event)
}

function remember(messageId: string | null | undefined, instance: object | undefined): void {
  const { madeEvents } = pageState()
  madeEvents.set(messageId, instance)
  if (madeEvents.size > MAX_REMEMBERED) madeEvents.delete(madeEvents.keys().next().value)
}
