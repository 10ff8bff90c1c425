// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The user's ID in Segment. Also used as the email if it is an email address and no email is mapped.
   */
  userId?: string
  /**
   * The user's anonymous ID in Segment. Sent when there is no user ID.
   */
  anonymousId?: string
  /**
   * The user's email address. InMoment identifies users by email.
   */
  email?: string
  /**
   * The date the user signed up, as an ISO 8601 string or a Unix timestamp in seconds or milliseconds.
   */
  createdAt?: string | number
  /**
   * The survey language: an InMoment code such as EN, ES_MX or ZH_HANS, or a locale such as en-US.
   */
  language?: string
  /**
   * The user's ID in your own system.
   */
  externalId?: string
  /**
   * The product named in the question.
   */
  productName?: string
  /**
   * Who the user would recommend it to, such as "a colleague".
   */
  audience?: string
  /**
   * Additional user properties. Dates become Unix timestamps in seconds with the suffix _date, and nested objects are flattened.
   */
  properties?: {
    [k: string]: unknown
  }
  /**
   * Add InMoment's suffixes: _amount for integers and _array for lists, which are sent as comma-separated text. Values that do not match an existing suffix are dropped.
   */
  typedPropertyNames?: boolean
  /**
   * Request a survey after identifying the user. Turn this off to request surveys only with Track Event or Request Survey.
   */
  requestSurvey?: boolean
}
