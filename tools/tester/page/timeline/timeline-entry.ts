import type { BeaconCommand } from '../../../../src/destinations/inmoment/wootric/types'
import type { MappingResult } from '../mappings/evaluate'
import type { Snapshot } from '../observation/snapshot'
import type { JsonObject } from '../segment/json-object'

export interface BeaconCall {
  command: BeaconCommand
  /** What the command was about, as `wootricSettings` said at that moment. */
  subject: string
}

export interface Warning {
  level: 'warn' | 'error'
  text: string
}

/** What Segment's server was asked. */
export interface SegmentRequest {
  url: string
  body: JsonObject
}

/** Something that happened on the page, with all that came of it. Plain data: it outlives a load of the page. */
export interface TimelineEntry {
  id: string
  /** `own` is what the page does by itself, past Segment. */
  kind: 'load' | 'event' | 'reset' | 'own'
  /** In milliseconds since 1970. */
  time: number
  /** `queued` until the beacon has loaded; `left` if the page was left before it was done. */
  state: 'pending' | 'queued' | 'done' | 'left'
  title: string
  /** As analytics.js made it. */
  event?: JsonObject
  /** Made by the destination of what a survey's callbacks told. */
  fromSurvey: boolean
  mappings: MappingResult[]
  calls: BeaconCall[]
  before: Snapshot
  after: Snapshot
  warnings: Warning[]
  request?: SegmentRequest
}
