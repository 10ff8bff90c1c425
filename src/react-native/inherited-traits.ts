import type { UserInfoState } from '@segment/analytics-react-native'

/** The names of a user's traits that Segment's client copied from the previous user. */
export interface InheritedTraits {
  /** Can be empty, after `identify('')`. */
  userId?: string
  anonymousId: string
  names: string[]
}

/** The calls that change the client's user, besides `reset`. */
export type CallType = 'identify' | 'alias'

type Traits = UserInfoState['traits']

/**
 * Returns the inherited traits after the client's user has changed from `before` to `after`. `identify` merges traits into
 * those of the previous user, also if the user ID changes:
 * https://github.com/segmentio/analytics-react-native/issues/375
 *
 * A trait is inherited until the app sets it to another value. `reset` removes all traits, and `alias` keeps the person.
 */
export function followTraits(
  inherited: InheritedTraits | undefined,
  before: UserInfoState,
  after: UserInfoState
): InheritedTraits | undefined {
  const { userId, anonymousId, traits } = after
  if (!traits) return undefined
  if (getCallType(before, after) === 'alias') return inherited && { ...inherited, userId }
  const isOther = Boolean(before.userId) && before.userId !== userId
  const candidates = isOther ? Object.keys(before.traits ?? {}) : (inherited?.names ?? [])
  const names = candidates.filter((name) => isEqual(traits[name], before.traits?.[name]))
  return names.length > 0 ? { userId, anonymousId, names } : undefined
}

/** Returns which call changed the client's user. Only `identify` creates a new object for the traits. */
export function getCallType(before: UserInfoState, after: UserInfoState): CallType | undefined {
  if (after.traits !== before.traits) return after.traits && 'identify'
  // `reset` also removes the user ID.
  return after.userId !== before.userId && after.userId !== undefined ? 'alias' : undefined
}

/** Counts the traits that are equal. */
export function countEqual(one: Traits | null, other: Traits): number {
  return Object.keys(one ?? {}).filter((name) => isEqual(one?.[name], other?.[name])).length
}

/** Compares as JSON, because the client restores traits from JSON. */
function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  try {
    return JSON.stringify(one) === JSON.stringify(other)
  } catch {
    return false
  }
}
