// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The id of the group.
   */
  groupId?: string
  /**
   * What else InMoment should know of the group.
   */
  traits?: {
    [k: string]: unknown
  }
}
