// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The survey language for this event. Overrides the user's language.
   */
  language?: string
  /**
   * The product named in the question.
   */
  productName?: string
  /**
   * Who the user would recommend it to, such as "a colleague".
   */
  audience?: string
  /**
   * Event properties, merged over the user's properties for this survey request.
   */
  properties?: {
    [k: string]: unknown
  }
  /**
   * Add InMoment's suffixes: _amount for integers and _array for lists, which are sent as comma-separated text. Values that do not match an existing suffix are dropped.
   */
  typedPropertyNames?: boolean
}
