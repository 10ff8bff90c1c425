/** Who an event belongs to, as analytics.js says in every event. */
export interface Person {
  userId?: string | null
  anonymousId?: string | null
}

/**
 * Whether `next` is the person that `known` was. A visitor who becomes known keeps the anonymous id (analytics.js
 * replaces it on a change of user and on reset), so the same anonymous id joins the two; a known user is only ever
 * the same user.
 */
export function isSamePerson(known: Person, next: Person): boolean {
  return known.userId ? known.userId === next.userId : known.anonymousId === next.anonymousId
}
