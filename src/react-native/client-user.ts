import type { IdentifyEventType, SegmentClient, UserInfoState } from '@segment/analytics-react-native'
import { followTraits, isAlias, isEqual } from './inherited-traits'
import type { InheritedTraits } from './inherited-traits'
import { wait } from './wait'

/** In milliseconds. An `identify` that has not arrived by then was filtered. */
const MAX_WAIT = 1_000
/** In milliseconds. */
const POLL_INTERVAL = 20
/** More calls than this do not wait for their events at the same time. */
const MAX_CALLS = 100

/** The client's user after a call of `identify`. */
interface IdentifyCall {
  user: UserInfoState
  inherited?: InheritedTraits
}

/**
 * Follows the user of Segment's client. A call of `identify` changes it at once, before the event arrives. So this knows
 * which traits are inherited, also from a user whose events never arrived.
 */
export class ClientUser {
  private last: UserInfoState
  private inherited?: InheritedTraits
  /** The changes until `start`. */
  private early?: UserInfoState[] = []
  /** The calls whose events have not arrived, or were filtered. */
  private calls: IdentifyCall[] = []
  private inFlight = 0

  constructor(
    private readonly client: SegmentClient,
    private readonly onChange: (inherited: InheritedTraits | undefined) => void
  ) {
    this.last = client.userInfo.get()
    client.userInfo.onChange((user) => this.follow(user))
  }

  /** The user as of the newest call of the app. */
  get current(): UserInfoState {
    return this.client.userInfo.get()
  }

  /** Starts with the inherited traits as they were when the app ended. */
  start(stored: InheritedTraits | undefined): void {
    const { userId, anonymousId } = this.last
    if (stored?.userId === userId && stored?.anonymousId === anonymousId) this.inherited = stored
    const early = this.early ?? []
    this.early = undefined
    for (const user of early) this.follow(user)
  }

  /** Returns the names of the traits of an arrived event that belong to an earlier user. */
  getInheritedNames({ userId, anonymousId, traits = {} }: IdentifyEventType): string[] {
    this.inFlight = Math.max(0, this.inFlight - 1)
    const index = this.calls.findIndex(({ user }) => user.userId === userId && user.anonymousId === anonymousId)
    // Calls before it were filtered.
    const call = this.calls.splice(0, index + 1)[index]
    return call?.inherited?.names.filter((name) => isEqual(traits[name], call.user.traits?.[name])) ?? []
  }

  /** Waits until the events of all calls of `identify` have arrived, at most one second. */
  async waitForEvents(): Promise<void> {
    for (let waited = 0; this.inFlight > 0 && waited < MAX_WAIT; waited += POLL_INTERVAL) await wait(POLL_INTERVAL)
    this.inFlight = 0
  }

  private follow(user: UserInfoState): void {
    if (this.early) {
      this.early.push(user)
      return
    }
    const before = this.last
    this.last = user
    this.inherited = followTraits(this.inherited, before, user)
    if (user.traits && !isAlias(before, user)) {
      this.inFlight += 1
      this.calls = [...this.calls, { user, inherited: this.inherited }].slice(-MAX_CALLS)
    }
    this.onChange(this.inherited)
  }
}
