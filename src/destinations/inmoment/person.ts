/** Who an event belongs to, as analytics.js says in every event. */
export interface Person {
  userId?: string | null
  anonymousId?: string | null
}

/**
 * Whether two events belong to one person: two known users by their user ids, else two visitors by their anonymous ids.
 * A visitor who becomes known keeps the anonymous id, which analytics.js replaces on a change of user and on reset.
 */
export function isSamePerson(one: Person, other: Person): boolean {
  return one.userId && other.userId ? one.userId === other.userId : one.anonymousId === other.anonymousId
}
