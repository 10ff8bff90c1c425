import type { Context, Plugin } from '@segment/analytics-next'
import { destination } from '../../../../src/destinations/inmoment'
import { evaluateMappings } from '../mappings/evaluate'
import { takeSnapshot, type Snapshot } from '../observation/snapshot'
import type { JsonObject } from '../segment/json-object'
import { loadedState } from '../state/state-store'
import { subscriptionsOf } from '../state/tester-state'
import { timeline } from './timeline'
import type { BeaconCall, SegmentRequest, TimelineEntry, Warning } from './timeline-entry'

/** Warnings of events that analytics.js logs before it tells of the event. */
const earlyWarnings = new Map<string, Warning[]>()

function settingsNow(): Snapshot {
  return takeSnapshot(window.wootricSettings ?? {})
}

/** How the destination reports an event that waits for the beacon. */
const QUEUED = 'is queued until the beacon is ready'

/** analytics.js is done with an entry. If it is queued, its commands follow when the beacon has loaded. */
export function finish(id: string): void {
  const entry = timeline.waiting().find((one) => one.id === id)
  if (!entry) return
  const isQueued = entry.warnings.some(({ text }) => text.includes(QUEUED)) && !hasAllCalls(entry)
  if (isQueued) timeline.change(id, () => ({ state: 'queued' }))
  else end(entry)
}

/** Ends an entry; what waits behind it finds the settings as this one has left them. */
function end({ id, calls, after: seen }: TimelineEntry): void {
  // If others wait too, the last beacon call has seen more exactly what this one left behind.
  const after = timeline.waiting().length > 1 && calls.length > 0 ? seen : settingsNow()
  timeline.change(id, () => ({ state: 'done', after }))
  for (const next of timeline.waiting()) {
    timeline.change(next.id, ({ calls, after: seen }) => ({ before: after, after: calls.length > 0 ? seen : after }))
  }
}

function hasAllCalls({ calls, mappings }: TimelineEntry): boolean {
  return calls.length >= mappings.filter(({ status }) => status === 'matched').length
}

let ownCall = false

/** Makes a call of the beacon that no event asked for. */
export function callAsPage(call: () => void): void {
  ownCall = true
  try {
    call()
  } finally {
    ownCall = false
  }
}

/** The beacon tells not for which event it is called: the destination delivers them in the order of their making. */
export function recordBeaconCall(call: BeaconCall): void {
  const owner = ownCall ? undefined : timeline.waiting().find((entry) => !hasAllCalls(entry))
  if (!owner) {
    timeline.add({ id: crypto.randomUUID(), kind: 'own', title: "The page's own call", calls: [call], state: 'done' })
    return
  }
  const changed = { ...owner, calls: [...owner.calls, call], after: settingsNow() }
  timeline.change(owner.id, () => changed)
  if (owner.state === 'queued' && hasAllCalls(changed)) end(changed)
}

export function recordWarning(messageId: string | undefined, warning: Warning): void {
  const id = messageId ?? ''
  const entry = timeline.view().entries.find((one) => one.id === id)
  if (!entry) {
    earlyWarnings.set(id, [...(earlyWarnings.get(id) ?? []), warning])
    return
  }
  timeline.change(id, ({ warnings }) => ({ warnings: [...warnings, warning] }))
  // A queued event logs only that it has failed.
  if (entry.state === 'queued') end(entry)
}

export function recordRequest(request: SegmentRequest): void {
  timeline.change(String(request.body.messageId), () => ({ request }))
}

function titleOf(event: JsonObject): string {
  const name = [event.event, event.name, event.groupId, event.userId].find((text) => typeof text === 'string')
  return typeof name === 'string' && name !== '' ? `${String(event.type)} ${name}` : String(event.type)
}

function eventOf(context: Context): JsonObject {
  return JSON.parse(JSON.stringify(context.event)) as JsonObject
}

function begin(context: Context): void {
  const event = eventOf(context)
  const id = context.event.messageId ?? ''
  const fromSurvey = context.event.integrations?.[destination.name] === false
  timeline.add({
    id,
    kind: 'event',
    title: titleOf(event),
    event,
    fromSurvey,
    mappings: fromSurvey ? [] : evaluateMappings(subscriptionsOf(loadedState), event),
    warnings: earlyWarnings.get(id) ?? []
  })
  earlyWarnings.delete(id)
}

function endEvent(context: Context): void {
  const id = context.event.messageId ?? ''
  const event = eventOf(context)
  timeline.change(id, ({ fromSurvey }) => ({
    event,
    mappings: fromSurvey ? [] : evaluateMappings(subscriptionsOf(loadedState), event)
  }))
  finish(id)
}

/** Listens to the analytics.js that loads it: each event that is made there, whoever makes it, is an entry. */
export const recorder: Plugin = {
  name: 'Timeline',
  version: '1.0.0',
  type: 'utility',
  isLoaded: () => true,
  load(_context, instance) {
    instance.on('dispatch_start', (context: Context) => begin(context))
    instance.queue.on('delivery_success', endEvent)
    instance.queue.on('delivery_failure', endEvent)
    return Promise.resolve()
  }
}
