// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The id of the group.
   */
  groupId?: string
  /**
   * What InMoment should know of the group, as it is.
   */
  traits?: {
    [k: string]: unknown
  }
}
