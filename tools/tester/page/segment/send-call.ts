import { findOtherVisitor } from '../event/event-visitor'
import type { JsonObject } from '../json/json-object'
import { readSession, writeSession } from '../state/session-storage'
import { isReloadNeeded, reloadPage } from '../state/tester-store'
import { finishEntry } from '../timeline/progress'
import { addEntry } from '../timeline/timeline'
import { analytics } from './analytics'
import { sendEvent } from './send-event'
import { switchVisitor, type VisitorIds } from './switch-visitor'
import { getAnonymousId, getUserId } from './user'

export type SegmentCall =
  | { type: 'identify'; userId: string; traits: JsonObject }
  | { type: 'track'; event: string; properties: JsonObject }
  | { type: 'page'; name: string; properties: JsonObject }
  | { type: 'group'; groupId: string; traits: JsonObject }
  | { type: 'reset' }
  | { type: 'switchVisitor'; ids: VisitorIds }
  | { type: 'event'; event: JsonObject }
  | { type: 'events'; events: readonly JsonObject[]; isSwitching: boolean }

const KEY = 'pending-call'

/** Calls analytics.js. If the settings or mappings have changed, reloads the page first. */
export function sendCall(call: SegmentCall): void {
  if (!isReloadNeeded()) return sendNow(call)
  writeSession(KEY, call)
  reloadPage()
}

/** Sends the call for which the page was reloaded. */
export function sendPendingCall(): void {
  const call = readSession(KEY)
  if (call === undefined) return
  writeSession(KEY, undefined)
  sendNow(call as SegmentCall)
}

function sendNow(call: SegmentCall): void {
  dispatch(call).catch((error: unknown) => {
    const text = `The ${call.type} call failed: ${error instanceof Error ? error.message : String(error)}`
    addEntry({ title: `${call.type} failed`, state: 'done', warnings: [{ level: 'error', text }] })
  })
}

function dispatch(call: SegmentCall): Promise<unknown> {
  switch (call.type) {
    case 'identify':
      return call.userId ? analytics.identify(call.userId, call.traits) : analytics.identify(call.traits)
    case 'track':
      return analytics.track(call.event, call.properties)
    case 'page':
      return call.name ? analytics.page(call.name, call.properties) : analytics.page(call.properties)
    case 'group':
      return call.groupId ? analytics.group(call.groupId, call.traits) : analytics.group(call.traits)
    case 'reset':
      return reset()
    case 'switchVisitor':
      return switchVisitor(call.ids)
    case 'event':
      return sendEvent(call.event)
    case 'events':
      return sendEvents(call.events, call.isSwitching)
  }
}

/** One after the other: an event of a site can depend on the previous ones. */
async function sendEvents(events: readonly JsonObject[], isSwitching: boolean): Promise<void> {
  // The current visitor is unknown until analytics.js has loaded.
  await analytics
  for (const event of events) {
    const visitor = findOtherVisitor(event, { userId: getUserId(), anonymousId: getAnonymousId() })
    if (visitor && isSwitching) await switchVisitor(visitor)
    await sendEvent(event)
  }
}

/** Adds a timeline entry itself, since a reset is not an event. */
async function reset(): Promise<void> {
  const id = addEntry({ title: 'reset' })
  await analytics.reset()
  finishEntry(id)
}
