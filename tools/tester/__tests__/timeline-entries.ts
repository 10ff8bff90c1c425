import type { MappingResult } from '../page/mappings/evaluate-mapping'
import type { TimelineEntry } from '../page/timeline/timeline-entry'

/** An entry of an event that was delivered. */
export function createEntry(changes: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id: 'message-1',
    time: 0,
    state: 'done',
    title: 'track Trial Started',
    event: { type: 'track', event: 'Trial Started', messageId: 'message-1' },
    isSurveyEvent: false,
    mappings: [],
    surveyRequests: [],
    beaconCalls: [],
    eligibility: [],
    isSurveyShown: false,
    before: {},
    after: {},
    warnings: [],
    ...changes
  }
}

export const trackMatched: MappingResult = {
  name: 'Track Event',
  action: 'Track Event',
  status: 'matched',
  payload: { eventName: 'Trial Started' }
}
