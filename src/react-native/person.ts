import type { TrackEventType, UserInfoState } from '@segment/analytics-react-native'
import { getCallType } from './inherited-traits'

const MAX_IDS = 20

/** The person who uses the app. A visitor who becomes a user is still the same, and so is a user after `alias`. */
export interface Person {
  anonymousId: string
  /** The user IDs so far. */
  userIds: string[]
  wasVisitor: boolean
  /** The anonymous IDs of earlier persons. `reset(false)` keeps the ID. */
  earlierIds: string[]
  /** In Unix milliseconds. */
  since: number
}

/** Creates the person when the app starts, or after another one. */
export function createPerson({ userId, anonymousId }: UserInfoState, earlierIds: string[] = []): Person {
  return { anonymousId, userIds: userId ? [userId] : [], wasVisitor: !userId, earlierIds, since: Date.now() }
}

/** Returns the person after a change of the client's user from `before` to `after`: the same object if it is the same. */
export function followPerson(person: Person, before: UserInfoState, after: UserInfoState): Person {
  const isAlias = getCallType(before, after) === 'alias'
  // Only `reset` removes all traits.
  const isOther = !isAlias && (!after.traits || (before.userId && before.userId !== after.userId))
  if (isOther) return createPerson(after, [...person.earlierIds, person.anonymousId].slice(-MAX_IDS))
  // Native code can set the anonymous ID.
  person.anonymousId = after.anonymousId
  if (after.userId && !person.userIds.includes(after.userId)) person.userIds.push(after.userId)
  return person
}

/** Whether the person made the event. One without a user ID is of the visitor whom the person was at first. */
export function hasMade(person: Person, { userId, anonymousId, timestamp }: TrackEventType): boolean {
  if (userId) return person.userIds.includes(userId)
  const isVisitor = person.wasVisitor && person.anonymousId === anonymousId
  return isVisitor && (!person.earlierIds.includes(anonymousId) || Date.parse(timestamp ?? '') > person.since)
}
