// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The user's id in Segment. Where no email is given and this id is an email address, it is used as the email.
   */
  userId?: string
  /**
   * The visitor's anonymous id in Segment, which InMoment gets for as long as there is no user id.
   */
  anonymousId?: string
  /**
   * The user's email address. InMoment tells users apart by it, so it should belong to one user alone.
   */
  email?: string
  /**
   * When the user signed up: an ISO 8601 date, or a Unix timestamp in seconds or milliseconds. InMoment gets it in whole seconds.
   */
  createdAt?: string | number
  /**
   * The language of the survey, as InMoment's code for it, such as EN, DE, ES_MX or CN_S.
   */
  language?: string
  /**
   * The user's id in a system of your own, which InMoment's other integrations can refer to.
   */
  externalId?: string
  /**
   * What else InMoment should know of the user, to filter responses by and to show surveys to some users only. Dates are sent in Unix seconds under names that end in _date, and nested objects are flattened.
   */
  properties?: {
    [k: string]: unknown
  }
  /**
   * Whether properties get the endings by which InMoment's reports tell their type: _amount for integers, and _array for lists of values, which are sent as comma-separated text. A value that does not fit the ending that its name has already is left out.
   */
  typedPropertyNames?: boolean
}
