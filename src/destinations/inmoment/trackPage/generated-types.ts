// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The name of the page.
   */
  name?: string
  /**
   * The path of the page.
   */
  path?: string
  /**
   * The full address of the page.
   */
  url?: string
  /**
   * The title of the page.
   */
  title?: string
  /**
   * The address of the page from which the user came.
   */
  referrer?: string
  /**
   * What else InMoment should know of the page.
   */
  properties?: {
    [k: string]: unknown
  }
}
