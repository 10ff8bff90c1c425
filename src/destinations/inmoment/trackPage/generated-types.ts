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
   * The full URL of the page.
   */
  url?: string
  /**
   * The title of the page.
   */
  title?: string
  /**
   * The URL of the referring page.
   */
  referrer?: string
  /**
   * Additional page properties.
   */
  properties?: {
    [k: string]: unknown
  }
}
