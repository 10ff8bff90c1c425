// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The name of the event, exactly as it is registered in InMoment. A name that is not registered there means no survey.
   */
  eventName: string
  /**
   * The email address of a user whose email InMoment has not been told by an identify call.
   */
  email?: string
  /**
   * The language of the survey on this event, in place of the user's, as InMoment's code for it.
   */
  language?: string
  /**
   * What InMoment should know of this event. The survey on this event gets it together with the user's properties. Dates are sent in Unix seconds under names that end in _date, and nested objects are flattened.
   */
  properties?: {
    [k: string]: unknown
  }
  /**
   * Whether properties get the endings by which InMoment's reports tell their type: _amount for integers, and _array for lists of values, which are sent as comma-separated text. A value that does not fit the ending that its name has already is left out.
   */
  typedPropertyNames?: boolean
}
