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
  /**
   * Also send the group's ID and traits as user properties with the prefix group_, so that responses can be filtered by group.
   */
  addTraitsToProperties?: boolean
}
