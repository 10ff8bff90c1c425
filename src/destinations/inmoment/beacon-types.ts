/**
 * What InMoment's documents say of its beacon, as types. Fakes and the sandbox beacon are typed from here,
 * so that a change of the contract breaks their compile.
 */

/** What `window.wootric` is asked: `run` for a survey, the others after `page_info` or `group_info` was set. */
export type BeaconCommand = 'run' | 'page' | 'group'

/** `window.wootric`. What it returns is not documented. */
export type Wootric = (command: BeaconCommand) => unknown

/** `window.WootricSurvey`, as far as the destination and its sandbox use it. */
export interface WootricSurvey {
  run(settings?: WootricSettings): void
  /** Hides a shown survey without recording a decline, and aborts one that waits for its delay. */
  stop(): void
  version(): string
}

/** A custom property of the end user: InMoment takes no nested objects. */
export type PropertyValue = string | number | boolean | null | PropertyValue[]

export type Properties = Record<string, PropertyValue>

/** The keys of `window.wootricSettings` that say who answers a survey. */
export interface UserSettings {
  /** Uniquely identifies the end user. */
  email?: string
  /** The user's id in the customer's own system. */
  external_id?: string
  /** When the user signed up: a Unix timestamp in whole seconds. */
  created_at?: number
  /** A survey language code such as `EN` or `ES_MX`. */
  language?: string
  properties?: Properties
  /** The Segment user id, or the anonymous id when there is none. */
  segment_user_id?: string
}

/** `callbacks` of `window.wootricSettings`. */
export interface SurveyCallbacks {
  after_eligible?: (eligible: boolean) => void
  after_show?: () => void
  /** Runs again when a response is changed. */
  after_response?: (score: number, text?: string) => void
  after_decline?: () => void
}

/** `window.wootricSettings`. */
export interface WootricSettings extends UserSettings {
  /** `NPS-` and 8 characters; accounts in other regions have `NPS-EU-…` or `NPS-AU-…`. */
  account_token?: string
  /** The event's name for Targeted Sampling; a name that is not registered means no survey. */
  event_name?: string | null
  page_info?: Record<string, unknown>
  group_info?: Record<string, unknown>
  product_name?: string
  callbacks?: SurveyCallbacks
  /** The customer's own look and feel. */
  [key: string]: unknown
}

declare global {
  interface Window {
    wootric?: Wootric
    wootricSettings?: WootricSettings
    WootricSurvey?: WootricSurvey
    /** For testing only: the server says yes to every survey request. */
    wootric_survey_immediately?: boolean
    /** For testing only: no cookie keeps the user from being asked twice. */
    wootric_no_surveyed_cookie?: boolean
  }
}
