// InMoment's API as documented. The fakes use these types: https://github.com/Wootric/slate

/** `run` requests a survey. `page` and `group` send a change of `page_info` or `group_info`. */
export type BeaconCommand = 'run' | 'page' | 'group'

/** `window.wootric`. Its return value is not documented. */
export type Wootric = (command: BeaconCommand) => unknown

/** `window.WootricSurvey`: https://github.com/Wootric/slate/blob/HEAD/source/includes/_beacon_api.md */
export interface WootricSurvey {
  run(settings?: WootricSettings): void
  stop(): void
  version(): string
}

/** Custom properties of the user. Unlike `page_info`, they cannot contain objects. */
export type Properties = Record<string, PropertyValue>
export type PropertyValue = string | number | boolean | null | PropertyValue[]
export type Info = Record<string, unknown>

/** The keys that describe the user. InMoment identifies users by email. */
export interface UserSettings {
  email?: string
  external_id?: string
  /** In whole Unix seconds, with at most 10 digits. */
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

/** `callbacks` of `window.wootricSettings`. `after_response` runs again when the user changes the response. */
export interface SurveyCallbacks {
  after_eligible?: (eligible: boolean) => void
  after_show?: () => void
  after_response?: (score: number, text?: string) => void
  after_decline?: () => void
}

/**
 * `window.wootricSettings`. Sites use other keys to customize the survey.
 *
 * https://github.com/Wootric/slate/blob/HEAD/source/includes/_settings_object.md
 */
export interface WootricSettings extends UserSettings {
  account_token?: string
  /** For Targeted Sampling. Names that are not registered in InMoment show no survey. */
  event_name?: string | null
  page_info?: Info
  group_info?: Info
  /** The name and version of the integration, for InMoment's support. */
  version?: string
  callbacks?: SurveyCallbacks
  [key: string]: unknown
}

declare global {
  interface Window {
    wootric?: Wootric
    wootricSettings?: WootricSettings
    WootricSurvey?: WootricSurvey
    /** For testing only: each survey request shows a survey. */
    wootric_survey_immediately?: boolean
    /** For testing only: no cookie prevents the next survey. */
    wootric_no_surveyed_cookie?: boolean
  }
}
