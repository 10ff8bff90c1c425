import { attempt } from './attempt'
import { InMomentError, madeBeforeReset, toInMomentError } from './errors'
import { pageState, type PageState, type QueuedEvent } from './page-state'
import { sync } from './settings'
import { isBeaconReady } from './wootric/beacon'
import { loadBeacon } from './wootric/load'

/** If more events are queued, the oldest fail. */
const MAX_QUEUED = 100
/** In milliseconds: how long calls of the page wait for the beacon in total. */
const MAX_WAIT = 1_000

/** Loads the beacon if the page has none. Events queue until it is ready, however late. */
export function startQueue(): void {
  const state = pageState()
  if (isBeaconReady()) return deliverQueue(state)
  if (state.waitLimit ?? state.failure) return
  state.waitLimit = new Promise((resolve) => setTimeout(resolve, MAX_WAIT))
  const settle = () => deliverQueue(state)
  loadBeacon(settle, (cause) => {
    state.failure = cause
    settle()
  })
}

/** Delivers events in order when the beacon is ready. If that takes too long, resolves and passes the delivery to `onPending`. */
export async function deliverInOrder(
  event: Omit<QueuedEvent, 'settle'>,
  onPending: (delivery: Promise<void>) => void
): Promise<void> {
  const state = pageState()
  startQueue()
  const delivery = new Promise<void>((resolve, reject) => {
    state.queue.push({ ...event, settle: (error) => (error ? reject(error) : resolve()) })
    deliverQueue(state)
  })
  // Without a wait limit, the event has been delivered or has failed.
  const isPending = await Promise.race([delivery, state.waitLimit?.then(() => true)])
  if (isPending) onPending(delivery)
}

/** Drops all queued events, because they were made before a reset. */
export function dropQueue(): void {
  for (const { settle } of pageState().queue.splice(0)) settle(madeBeforeReset())
}

function deliverQueue(state: PageState): void {
  const { queue } = state
  const isReady = isBeaconReady()
  const kept = isReady || state.failure ? 0 : MAX_QUEUED
  // One at a time, because the page may call `reset()` while the beacon runs.
  while (queue.length > kept) queue.splice(0, 1).forEach((event) => deliver(event, state, isReady))
  if (!isReady) return
  // If the beacon is missing later, the page has removed it.
  state.failure = 'window.wootric is not a function'
  const { missedRequest } = state
  state.missedRequest = undefined
  if (missedRequest) attempt(() => (sync(state.respondent), missedRequest()))
}

/** An event that fails still updates the user. */
function deliver({ update, send, isSurveyRequest, settle }: QueuedEvent, state: PageState, isReady: boolean): void {
  try {
    update()
    if (isSurveyRequest) state.missedRequest = !isReady && state.failure ? send : undefined
    if (isReady) send()
    else if (state.failure) throw new InMomentError('beacon_failed', `the beacon is missing because ${state.failure}`)
    else throw new InMomentError('queue_full', `dropped the event because more than ${MAX_QUEUED} were queued`)
    settle()
  } catch (error) {
    settle(toInMomentError(error))
  }
}
