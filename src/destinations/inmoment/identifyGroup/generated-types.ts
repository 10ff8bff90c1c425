// Generated file. DO NOT MODIFY IT BY HAND.

export interface Payload {
  /**
   * The ID of the group.
   */
  groupId?: string
  /**
   * Group traits.
   */
  traits?: {
    [k: string]: unknown
  }
}
