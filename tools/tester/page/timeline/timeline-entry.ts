import type { BeaconCommand } from '../../../../src/destinations/inmoment/wootric/types'
import type { JsonObject } from '../json/json-object'
import type { MappingResult } from '../mappings/evaluate-mapping'
import type { PageConditions } from './page-conditions'
import type { Snapshot } from './snapshot'

export interface BeaconCall {
  command: BeaconCommand
  /** The value of `wootricSettings` that describes the call best, such as the event name. */
  subject: string
}

export interface Warning {
  level: 'warn' | 'error'
  text: string
}

export interface SegmentRequest {
  url: string
  body: JsonObject
}

/** Something that happened on the page, and its effects. JSON only, since it is stored when the page reloads. */
export interface TimelineEntry {
  /** For events, the message ID. */
  id: string
  /** In milliseconds since 1970. */
  time: number
  /** `queued` until the beacon has loaded. `unfinished` if the page was closed or reloaded before. */
  state: 'pending' | 'queued' | 'done' | 'unfinished'
  title: string
  event?: JsonObject
  /** Whether the destination itself sent the event, which goes to Segment only. */
  isSurveyEvent: boolean
  mappings: MappingResult[]
  /** The names of the mappings that request a survey for the event. */
  surveyRequests: string[]
  beaconCalls: BeaconCall[]
  /** InMoment's answers to the survey requests. */
  eligibility: boolean[]
  isSurveyShown: boolean
  /** When the event was delivered or failed. */
  conditions?: PageConditions
  /** `wootricSettings` before and after. */
  before: Snapshot
  after: Snapshot
  warnings: Warning[]
  request?: SegmentRequest
}
