// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The user's id in Segment. Used as the email too, where it is an email address and no other is given.
   */
  userId?: string
  /**
   * The user's anonymous id in Segment, which InMoment gets as long as there is no user id.
   */
  anonymousId?: string
  /**
   * The user's email address, by which InMoment tells users apart.
   */
  email?: string
  /**
   * When the user signed up: an ISO 8601 date, or a Unix timestamp in seconds or milliseconds.
   */
  createdAt?: string | number
  /**
   * The language of the survey, as InMoment's code, such as EN, ES_MX or CN_S.
   */
  language?: string
  /**
   * The user's id in a system of your own, for InMoment's other integrations.
   */
  externalId?: string
  /**
   * What else InMoment should know of the user. Dates are sent in Unix seconds under names that end in _date, and nested objects are flattened.
   */
  properties?: {
    [k: string]: unknown
  }
  /**
   * Give properties the endings by which InMoment's reports tell their type: _amount for integers, _array for lists, which are sent as comma-separated text. A value that does not fit the ending that its name has already is left out.
   */
  typedPropertyNames?: boolean
}
