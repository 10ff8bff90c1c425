import { timeline } from '../timeline/timeline'
import { finish } from '../timeline/record'
import { loadAgain, needsLoad } from '../state/state-store'
import { readSession, writeSession } from '../state/session'
import { analytics } from './analytics'
import type { JsonObject } from './json-object'
import { sendEvent } from './send-event'

export type SegmentCall =
  | { type: 'identify'; userId: string; traits: JsonObject }
  | { type: 'track'; event: string; properties: JsonObject }
  | { type: 'page'; name: string; properties: JsonObject }
  | { type: 'group'; groupId: string; traits: JsonObject }
  | { type: 'reset' }
  | { type: 'event'; event: JsonObject }

const WAITING_CALL = 'waiting-call'

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
    case 'event':
      return sendEvent(call.event)
  }
}

/** The only call that makes no event. */
async function reset(): Promise<void> {
  const id = crypto.randomUUID()
  timeline.add({ id, kind: 'reset', title: 'reset' })
  await analytics.reset()
  finish(id)
}

function sendNow(call: SegmentCall): void {
  dispatch(call).catch((error: unknown) => {
    const text = `${call.type} was not sent: ${error instanceof Error ? error.message : String(error)}`
    const warnings = [{ level: 'error' as const, text }]
    timeline.add({ id: crypto.randomUUID(), kind: 'own', title: `${call.type} not sent`, state: 'done', warnings })
  })
}

/** The one way in which this page calls analytics.js, on a page that has loaded with all that is set. */
export function sendCall(call: SegmentCall): void {
  if (!needsLoad()) return sendNow(call)
  writeSession(WAITING_CALL, call)
  loadAgain()
}

/** The call for which the page was loaded again. */
export function sendWaitingCall(): void {
  const call = readSession(WAITING_CALL)
  if (call === undefined) return
  writeSession(WAITING_CALL, undefined)
  sendNow(call as SegmentCall)
}
