import type { UserInfoState } from '@segment/analytics-react-native'

/** The names of a user's traits that Segment's client copied from the previous user. */
export interface InheritedTraits {
  userId: string
  anonymousId: string
  names: string[]
}

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
  if (!userId || !traits) return undefined
  if (isAlias(before, after)) return inherited && { ...inherited, userId }
  const isOther = Boolean(before.userId) && before.userId !== userId
  const candidates = isOther ? Object.keys(before.traits ?? {}) : (inherited?.names ?? [])
  const names = candidates.filter((name) => isEqual(traits[name], before.traits?.[name]))
  return names.length > 0 ? { userId, anonymousId, names } : undefined
}

/** Whether the user was changed by `alias`. Only `identify` creates a new object for the traits. */
export function isAlias(before: UserInfoState, after: UserInfoState): boolean {
  return before.userId !== after.userId && before.traits === after.traits
}

/** Compares as JSON, because the client restores traits from JSON. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true
  try {
    return JSON.stringify(one) === JSON.stringify(other)
  } catch {
    return false
  }
}
