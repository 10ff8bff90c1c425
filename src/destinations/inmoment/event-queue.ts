import { attempt } from './attempt'
import { convertError, createResetError, InMomentError } from './errors'
import { getPageState } from './page-state'
import type { PageState, QueuedEvent } from './page-state'
import { syncSettings } from './sync-settings'
import { isBeaconReady } from './wootric/beacon'
import { loadBeacon } from './wootric/load-beacon'

/** If more events are queued, the oldest are dropped. */
const MAX_QUEUED = 100
/** In milliseconds. After this time, `await analytics.track(…)` no longer waits for the beacon. */
const LOAD_TIMEOUT = 1_000

/** Loads the beacon unless the page already has it. Events are queued until it is ready, however long that takes. */
export function startQueue(): void {
  const state = getPageState()
  if (isBeaconReady()) return sendQueue(state)
  if (state.loadTimeout ?? state.failure) return
  state.loadTimeout = new Promise((resolve) => setTimeout(resolve, LOAD_TIMEOUT))
  const send = () => sendQueue(state)
  loadBeacon(send, (cause) => {
    state.failure = cause
    send()
  })
}

/**
 * Adds an event to the queue, which is sent in order once the beacon is ready.
 *
 * Resolves when the event was sent, and rejects with an `InMomentError` if it failed. If the beacon takes longer than a
 * second to load, calls `onPending` with the promise of the event and resolves.
 */
export async function queueEvent(
  event: Omit<QueuedEvent, 'settle'>,
  onPending: (result: Promise<void>) => void
): Promise<void> {
  const state = getPageState()
  startQueue()
  const result = new Promise<void>((resolve, reject) => {
    state.queue.push({ ...event, settle: (error) => (error ? reject(error) : resolve()) })
    sendQueue(state)
  })
  // Without a timeout, the event has already been sent or has failed.
  const isPending = await Promise.race([result, state.loadTimeout?.then(() => true)])
  if (isPending) onPending(result)
}

/** Drops all queued events, which were made before a reset. */
export function dropQueuedEvents(): void {
  for (const { settle } of getPageState().queue.splice(0)) settle(createResetError())
}

function sendQueue(state: PageState): void {
  const { queue } = state
  const isReady = isBeaconReady()
  const kept = isReady || state.failure ? 0 : MAX_QUEUED
  // Sends one event at a time, because the page may call `reset()` while the beacon runs.
  while (queue.length > kept) queue.splice(0, 1).forEach((event) => sendEvent(event, state, isReady))
  if (!isReady) return
  // If the beacon is missing later, another script has removed it.
  state.failure = 'window.wootric is not a function'
  const { failedRequest } = state
  state.failedRequest = undefined
  if (failedRequest) attempt(() => (syncSettings(state.respondent), failedRequest()))
}

/** Updates the respondent even if the event cannot be sent. */
function sendEvent({ update, send, isSurveyRequest, settle }: QueuedEvent, state: PageState, isReady: boolean): void {
  try {
    update()
    if (isSurveyRequest) state.failedRequest = !isReady && state.failure ? send : undefined
    if (isReady) send()
    else if (state.failure) throw new InMomentError('beacon_failed', `the beacon is missing because ${state.failure}`)
    else throw new InMomentError('queue_full', `dropped the event because more than ${MAX_QUEUED} were queued`)
    settle()
  } catch (error) {
    settle(convertError(error))
  }
}
