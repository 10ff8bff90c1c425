/**
 * InMoment's documented contract, as types. Fakes and the sandbox beacon are typed from here, so that a change of the
 * contract breaks their compilation.
 */

/** `run` requests a survey; `page` and `group` follow a change of `page_info` or `group_info`. */
export type BeaconCommand = 'run' | 'page' | 'group'

/** `window.wootric`. Its return value is not documented. */
export type Wootric = (command: BeaconCommand) => unknown

/** `window.WootricSurvey`. `stop` hides a visible survey without recording a decline, and aborts one that waits. */
export interface WootricSurvey {
  run(settings?: WootricSettings): void
  stop(): void
  version(): string
}

/** A custom property of the end user: InMoment does not accept nested objects. */
export type PropertyValue = string | number | boolean | null | PropertyValue[]

export type Properties = Record<string, PropertyValue>

/** `page_info` and `group_info`, which may hold nested values. */
export type Info = Record<string, unknown>

/** The keys of `window.wootricSettings` that describe the user. */
export interface UserSettings {
  /** Uniquely identifies the end user. */
  email?: string
  /** The user's ID in the customer's own system. */
  external_id?: string
  /** The date the user signed up: a Unix timestamp in whole seconds. */
  created_at?: number
  /** A survey language code such as `EN` or `ES_MX`. */
  language?: string
  properties?: Properties
  /** The Segment user ID, or the anonymous ID if there is none. */
  segment_user_id?: string
}

/** `callbacks` of `window.wootricSettings`. `after_response` runs again when a response is changed. */
export interface SurveyCallbacks {
  after_eligible?: (eligible: boolean) => void
  after_show?: () => void
  after_response?: (score: number, text?: string) => void
  after_decline?: () => void
}

/** `window.wootricSettings`. Other keys are the customer's own look and feel. */
export interface WootricSettings extends UserSettings {
  account_token?: string
  /** For Targeted Sampling. A name that is not registered shows no survey. */
  event_name?: string | null
  page_info?: Info
  group_info?: Info
  product_name?: string
  callbacks?: SurveyCallbacks
  [key: string]: unknown
}

declare global {
  interface Window {
    wootric?: Wootric
    wootricSettings?: WootricSettings
    WootricSurvey?: WootricSurvey
    /** For testing only: the server grants every survey request. */
    wootric_survey_immediately?: boolean
    /** For testing only: no cookie prevents a second survey. */
    wootric_no_surveyed_cookie?: boolean
  }
}
