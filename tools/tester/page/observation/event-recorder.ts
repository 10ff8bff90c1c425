import type { Context, Plugin } from '@segment/analytics-next'
import { isSurveyEvent } from '../../../../src/destinations/inmoment/survey-events'
import { isSurveyRequest } from '../../../cli/mapping-checks/survey-requests'
import type { JsonObject } from '../json/json-object'
import { evaluateMappings } from '../mappings/evaluate-mapping'
import { loadedState } from '../state/tester-store'
import { getSubscriptions } from '../state/tester-state'
import { finishEntry } from '../timeline/progress'
import { addEntry, updateEntry } from '../timeline/timeline'
import type { TimelineEntry } from '../timeline/timeline-entry'
import { takeEarlyWarnings } from './warnings'

/** Adds a timeline entry for each event of analytics.js, including those that the destination sends. */
export const eventRecorder: Plugin = {
  name: 'Event recorder',
  version: '1.0.0',
  type: 'utility',
  isLoaded: () => true,
  load(_context, instance) {
    instance.on('dispatch_start', recordStart)
    instance.queue.on('delivery_success', recordEnd)
    instance.queue.on('delivery_failure', recordEnd)
    return Promise.resolve()
  }
}

function recordStart(context: Context): void {
  const id = getId(context)
  const event = copyEvent(context)
  addEntry({ id, title: getEventTitle(event), warnings: takeEarlyWarnings(id), ...describeEvent(event) })
}

function recordEnd(context: Context): void {
  const id = getId(context)
  // Plugins can change the event before its delivery.
  updateEntry(id, () => describeEvent(copyEvent(context)))
  finishEntry(id)
}

type EventDescription = Pick<TimelineEntry, 'event' | 'isSurveyEvent' | 'mappings' | 'surveyRequests'>

function describeEvent(event: JsonObject): EventDescription {
  // The destination disables itself for its survey events, which therefore reach no mapping.
  if (isSurveyEvent(event)) return { event, isSurveyEvent: true, mappings: [], surveyRequests: [] }
  const subscriptions = getSubscriptions(loadedState)
  const mappings = evaluateMappings(subscriptions, event)
  const requesting = subscriptions.filter(
    (subscription, index) => mappings[index]?.status === 'matched' && isSurveyRequest(subscription)
  )
  return { event, isSurveyEvent: false, mappings, surveyRequests: requesting.map(({ name }) => name) }
}

function getId({ event }: Context): string {
  return event.messageId ?? ''
}

export function getEventTitle({ type, event, name, groupId, userId }: JsonObject): string {
  const text = [event, name, groupId, userId].find((text) => typeof text === 'string')
  return text ? `${String(type)} ${text}` : String(type)
}

function copyEvent({ event }: Context): JsonObject {
  return JSON.parse(JSON.stringify(event)) as JsonObject
}
