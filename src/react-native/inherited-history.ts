import type { UserInfoState } from '@segment/analytics-react-native'
import type { InheritedTraits } from './inherited-traits'

/** The client stores a user up to a second after a change. More changes than this are rare within that time. */
const MAX_STATES = 20

/** The inherited traits in one state of the client's user. */
export interface InheritedState extends InheritedTraits {
  /** Recognizes the traits of that state, without their values. */
  fingerprint: string
}

/**
 * Adds the state after a change. After `reset` there are no traits, and only those states matter that the client could
 * restore with inherited traits, if the app ends before it has stored the `reset`.
 */
export function addState(
  history: InheritedState[],
  { userId, anonymousId, traits }: UserInfoState,
  inherited: InheritedTraits | undefined
): InheritedState[] {
  if (!traits) return history.filter(({ names }) => names.length > 0)
  const state = { userId, anonymousId, names: inherited?.names ?? [], fingerprint: createFingerprint(traits) }
  return [...history, state].slice(-MAX_STATES)
}

/**
 * Finds the inherited traits of the user that the client has restored. If the app ended before the client had stored the
 * newest state, this is an older one. In an unknown state, each trait counts that the user had inherited at some time.
 */
export function findInherited(history: InheritedState[], user: UserInfoState): InheritedTraits | undefined {
  const { userId, anonymousId, traits } = user
  const states = history.filter((state) => state.userId === userId && state.anonymousId === anonymousId)
  const fingerprint = createFingerprint(traits)
  const state = states.filter((state) => state.fingerprint === fingerprint).pop()
  const names = state?.names ?? [...new Set(states.flatMap(({ names }) => names))]
  return names.length > 0 ? { userId, anonymousId, names } : undefined
}

/** Restores a history from the device, which can have any value. */
export function parseHistory(stored: unknown): InheritedState[] {
  const states = Array.isArray(stored) ? (stored as (InheritedState | null | undefined)[]) : []
  return states.filter((state): state is InheritedState => Array.isArray(state?.names))
}

/** A hash of the traits as JSON, as the client stores them. */
function createFingerprint(traits: UserInfoState['traits']): string {
  let text = ''
  try {
    // In a list, because a `toJSON` can leave out the traits.
    text = JSON.stringify([traits])
  } catch {
    // The client cannot store such traits either.
  }
  let hash = 0
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  return `${text.length}.${hash}`
}
