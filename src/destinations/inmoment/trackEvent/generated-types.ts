// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The name of the event, exactly as it is registered in InMoment: other names get no survey.
   */
  eventName: string
  /**
   * The email address of a user for whom Identify User has told none.
   */
  email?: string
  /**
   * The language of the survey on this event, in place of the user's.
   */
  language?: string
  /**
   * What InMoment should know of this event, beside the user's properties. Dates are sent in Unix seconds under names that end in _date, and nested objects are flattened.
   */
  properties?: {
    [k: string]: unknown
  }
  /**
   * Give properties the endings by which InMoment's reports tell their type: _amount for integers, _array for lists, which are sent as comma-separated text. A value that does not fit the ending that its name has already is left out.
   */
  typedPropertyNames?: boolean
}
