// InMoment's documented interface (https://docs.wootric.com/javascript/). Test fakes use these types.

/** `run` requests a survey; `page` and `group` follow a change of `page_info` or `group_info`. */
export type BeaconCommand = 'run' | 'page' | 'group'

/** `window.wootric`. Its return value is not documented. */
export type Wootric = (command: BeaconCommand) => unknown

/** `window.WootricSurvey`. `stop` hides a visible survey without recording a decline, and cancels one that waits. */
export interface WootricSurvey {
  run(settings?: WootricSettings): void
  stop(): void
  version(): string
}

/** Custom properties of the end user. InMoment does not accept nested objects there, unlike in `page_info`. */
export type Properties = Record<string, PropertyValue>
export type PropertyValue = string | number | boolean | null | PropertyValue[]
export type Info = Record<string, unknown>

/** The keys that describe the user, who is identified by `email`. `created_at` is in whole Unix seconds. */
export interface UserSettings {
  email?: string
  external_id?: string
  created_at?: number
  language?: string
  properties?: Properties
  /** The product named in the question. */
  product_name?: string
  /** Who the user would recommend it to. */
  wootric_recommend_target?: string
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

/** `window.wootricSettings`. Other keys belong to the page, such as those for look and feel. */
export interface WootricSettings extends UserSettings {
  account_token?: string
  /** For Targeted Sampling. A name that is not registered shows no survey. */
  event_name?: string | null
  page_info?: Info
  group_info?: Info
  /** Names the integration, for InMoment's support. */
  version?: string
  callbacks?: SurveyCallbacks
  [key: string]: unknown
}

declare global {
  interface Window {
    wootric?: Wootric
    wootricSettings?: WootricSettings
    WootricSurvey?: WootricSurvey
    /** For testing only: the server grants every survey request, and no cookie prevents a second survey. */
    wootric_survey_immediately?: boolean
    wootric_no_surveyed_cookie?: boolean
  }
}
