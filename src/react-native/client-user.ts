import type { SegmentClient, UserInfoState } from '@segment/analytics-react-native'
import { attempt } from '../destinations/inmoment/attempt'
import { isCurrent } from '../destinations/inmoment/respondent'
import { addState, findInherited } from './inherited-history'
import type { InheritedState } from './inherited-history'
import { countEqual, followTraits, getCallType } from './inherited-traits'
import type { CallType, InheritedTraits } from './inherited-traits'
import { createPerson, followPerson } from './person'
import type { Person } from './person'
import { waitUntil } from './wait'

/** In milliseconds. An event that has not arrived by then was filtered. */
const MAX_WAIT = 1_000
/** Events of older calls are no longer recognized. */
const MAX_CALLS = 100

/** A call of `identify` or `alias` whose event has not arrived. */
interface Call {
  type: CallType
  number: number
  /** The client's user after the call. */
  user: UserInfoState
  inherited?: InheritedTraits
  person: Person
  /** Whether a request has waited for it for the maximum time. */
  isLost?: boolean
}

type ArrivedEvent = Pick<Partial<UserInfoState>, 'userId' | 'anonymousId' | 'traits'>

/** What is known of an event from its call. */
export interface Arrival {
  /** The names of the traits that belong to an earlier user. */
  inheritedNames: string[]
  /** Whether it is from an earlier person, or the event of a newer call has already arrived. */
  isOutdated: boolean
}

/**
 * Follows the user of Segment's client. A call of `identify` changes it at once, before the event arrives. So this knows
 * which traits are inherited, also from a user whose events never arrived.
 */
export class ClientUser {
  /** Store this on the device, for the next start of the app. */
  history: InheritedState[] = []
  person: Person
  private last: UserInfoState
  private inherited?: InheritedTraits
  /** The changes until `start`. */
  private early?: UserInfoState[] = []
  private calls: Call[] = []
  private callCount = 0
  /** The number of the newest call whose event has arrived. */
  private newestArrived = 0

  constructor(
    private readonly client: SegmentClient,
    private readonly onChange: (isSamePerson: boolean) => void
  ) {
    this.last = client.userInfo.get()
    this.person = createPerson(this.last)
    // An error here would prevent the client from storing its user.
    client.userInfo.onChange((user) => attempt(() => this.follow(user)))
  }

  /** The user as of the newest call of the app. */
  get current(): UserInfoState {
    return this.client.userInfo.get()
  }

  /** Starts with the history as it was when the app ended. */
  start(history: InheritedState[]): void {
    this.inherited = findInherited(history, this.last)
    this.history = addState([], this.last, this.inherited)
    const early = this.early ?? []
    this.early = undefined
    for (const user of early) this.follow(user)
  }

  /** Call this for each event that arrives. */
  arrive(type: CallType, event: ArrivedEvent): Arrival {
    const call = this.findCall(type, event)
    if (!call) return { inheritedNames: this.inherited?.names ?? [], isOutdated: !isCurrent(event, this.current) }
    this.calls = this.calls.filter((other) => other !== call)
    const isOutdated = call.number < this.newestArrived || call.person !== this.person
    this.newestArrived = Math.max(this.newestArrived, call.number)
    return { inheritedNames: call.inherited?.names ?? [], isOutdated }
  }

  /** Waits until the events of all calls have arrived, at most one second. */
  async waitForEvents(): Promise<void> {
    const expected = this.calls.filter(({ isLost }) => !isLost)
    await waitUntil(() => !expected.some((call) => this.calls.includes(call)), MAX_WAIT)
    for (const call of expected) call.isLost = true
  }

  /**
   * Returns the call with the IDs of the event and most of its traits. Plugins of the app can change traits, and let an
   * event overtake another. Of equal calls, returns the newest, because the events of older ones may have been filtered.
   */
  private findCall(type: CallType, { userId, anonymousId, traits }: ArrivedEvent): Call | undefined {
    const calls = this.calls.filter(
      (call) => call.type === type && call.user.userId === userId && call.user.anonymousId === anonymousId
    )
    if (calls.length < 2) return calls[0]
    const counts = calls.map(({ user }) => countEqual(traits, user.traits))
    return calls[counts.lastIndexOf(Math.max(...counts))]
  }

  private follow(user: UserInfoState): void {
    if (this.early) {
      this.early.push(user)
      return
    }
    const before = this.last
    this.last = user
    this.inherited = followTraits(this.inherited, before, user)
    this.history = addState(this.history, user, this.inherited)
    const { inherited, person: personBefore } = this
    const person = (this.person = followPerson(personBefore, before, user))
    const type = getCallType(before, user)
    if (type) {
      const call: Call = { type, number: (this.callCount += 1), user, inherited, person }
      this.calls = [...this.calls, call].slice(-MAX_CALLS)
    }
    this.onChange(person === personBefore)
  }
}
