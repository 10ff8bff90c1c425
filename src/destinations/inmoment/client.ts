import { isBeaconReady, sendCommand, sharedRecord, stopSurvey, type PersonState } from './beacon'
import type { BeaconCommand, Properties, UserSettings, WootricSettings } from './beacon-types'
import type { EventGate } from './event-gate'
import { InMomentError } from './inmoment-error'
import { loadBeacon } from './load-beacon'
import { claimEvent } from './one-copy'
import { isSamePerson, type Person } from './person'
import { clearUser, overPageUser, readPageUser, writeSettings, writeUser } from './user-settings'

/** What an identify says of the user. `undefined` says nothing, `null` that there is no such value. */
export type UserChanges = { [Key in keyof UserSettings]?: UserSettings[Key] | null }

/** An identify after mapping: `userId` is the mapped user id, which may differ from the event's own. */
export interface ToldUser {
  userId: string | null | undefined
  changes: UserChanges
}

/** An event as far as it says whose it is and which. */
type EventOfPerson = Person & { messageId?: string | null }

/** What a track event lays over the user for its own run. */
export interface EventOverlay {
  eventName: string
  email?: string | null
  language?: string | null
  properties?: Properties
}

/** What the client asks of the rest of the destination. */
export interface ClientOptions {
  refusal?: string
  gate: EventGate
  /** The person that analytics.js has now. */
  currentPerson: () => Person | undefined
  /** What analytics.js already knows of that person, after mapping. */
  knownUser: () => ToldUser[]
  /** Called before each request for a survey. */
  beforeRun: () => void
}

/**
 * Keeps what is known of the current person and drives the beacon with it. The person's state lives here and not in
 * `wootricSettings`, so that it outlives a blocked beacon and what a track event laid over it.
 */
export class InMomentClient {
  readonly gate: EventGate
  private delivered = false
  /** In milliseconds since 1970: what another person made until then is not delivered any more. */
  private newestReset = performance.timeOrigin
  /** Why the beacon cannot be had, for the errors of the events that need it. */
  private unavailable?: string
  private isQuiet = false

  constructor(private readonly options: ClientOptions) {
    this.gate = options.gate
  }

  /** Shared by all copies of the destination on the page: an event may come to any of them. */
  private get state(): PersonState {
    return (sharedRecord().state ??= { user: {} })
  }

  /** Why nothing can be sent at all, a phrase; nothing is written to the page then either. */
  get refusal(): string | undefined {
    return this.options.refusal
  }

  /** Loads the beacon. Never rejects; where there is no beacon in the end, every command says why. */
  async load(): Promise<void> {
    this.unavailable = this.refusal ?? (await loadBeacon())
  }

  /** Fails where the account token is missing or refused: no event changes anything then. */
  requireAccount(): void {
    if (this.refusal) throw this.unavailableError(this.refusal)
  }

  /** Whether this is the first event that asks, which then carries the warnings about the settings. */
  isFirstDelivery(): boolean {
    const first = !this.delivered
    this.delivered = true
    return first
  }

  /**
   * Whether an event belongs to a person who has left since: analytics.js delivers events some time after they were
   * made, those that it kept from an earlier page included, but `reset` takes effect at once. A user is told by the user
   * id alone here, since a site can give the same anonymous id to all who use a device.
   */
  isOutlived(event: EventOfPerson): boolean {
    // The time first: who the person is has to be read from the browser's storage.
    if (madeAt(event.messageId) > this.newestReset) return false
    const current = this.options.currentPerson()
    if (!current) return false
    return event.userId ? event.userId !== current.userId : !isSamePerson(current, event)
  }

  /** The person for whom a survey was last asked. */
  get askedPerson(): Person | undefined {
    return this.state.person
  }

  /** The person has left: nothing that belongs to them stays, and no survey of theirs is shown any more. */
  reset(): void {
    this.newestReset = Date.now()
    this.state.person = undefined
    this.leave()
  }

  /** The browser shows the page again as it was left, and somebody else may have come in the meantime. */
  resume(): void {
    const current = this.options.currentPerson()
    if (!this.state.person || !current || isSamePerson(this.state.person, current)) return
    this.reset()
    this.restore()
  }

  /** Takes up what the deliveries say of the person, and asks the beacon for nothing. */
  quietly(deliver: () => void): void {
    this.isQuiet = true
    try {
      deliver()
    } finally {
      this.isQuiet = false
    }
  }

  /** Takes up the person whom analytics.js already knows, without asking for a survey. */
  restore(): void {
    writeSettings({})
    const person = this.options.currentPerson()
    const told = this.options.knownUser()
    if (!person || told.length === 0) return
    readPageUser(true)
    this.state.person = person
    for (const user of told) this.learn(user)
    writeUser(overPageUser(this.state.user))
  }

  /** The person of this event becomes the current one, as told, and a survey without an event name is asked for. */
  identify(person: EventOfPerson, told: ToldUser): void {
    this.become(person)
    // Where analytics.js keeps no user id, the site's own mapping of one is all that tells users apart.
    if (!person.userId && told.userId && this.state.mappedUserId && told.userId !== this.state.mappedUserId)
      this.leave()
    this.learn(told)
    writeUser(overPageUser(this.state.user), null)
    this.run(person)
  }

  /** Asks for a survey of the event, with the event laid over the user for this run. */
  track(person: EventOfPerson, event: EventOverlay): void {
    this.meet(person)
    if (this.isQuiet) return
    this.requireBeacon()
    const user = overPageUser(this.state.user)
    const laidOver = merged(user, {
      email: user.email ?? event.email,
      language: event.language ?? undefined,
      properties: event.properties && { ...user.properties, ...event.properties }
    })
    writeUser(laidOver, event.eventName)
    this.run(person)
  }

  /** Tells the beacon of a page; the user and the event name stay as they are. */
  page(person: EventOfPerson, pageInfo: Record<string, unknown>): void {
    this.tell(person, 'page', { page_info: pageInfo })
  }

  /** Tells the beacon of the person's group; the user and the event name stay as they are. */
  group(person: EventOfPerson, groupInfo: Record<string, unknown>): void {
    this.tell(person, 'group', { group_info: groupInfo })
  }

  private tell(person: EventOfPerson, command: BeaconCommand, settings: WootricSettings): void {
    this.meet(person)
    if (!this.isQuiet) this.requireBeacon()
    writeSettings(settings)
    if (!this.isQuiet) this.send(person, command)
  }

  private run(event: EventOfPerson): void {
    if (this.isQuiet) return
    this.requireBeacon()
    try {
      this.options.beforeRun()
    } catch {
      // What is only told to Segment must not cost a survey.
    }
    this.send(event, 'run')
  }

  private send({ messageId }: EventOfPerson, command: BeaconCommand): void {
    claimEvent(messageId, this)
    sendCommand(command)
  }

  /** Takes up a person who was identified elsewhere, such as in another tab. */
  private meet(person: Person): void {
    if (!this.become(person)) return
    const current = this.options.currentPerson()
    if (current && isSamePerson(current, person)) this.restore()
  }

  /**
   * An event of another person starts from nothing: no value of one person may stand beside another's. Says whether the
   * person is another, or one who has become known.
   */
  private become(person: Person): boolean {
    readPageUser(Object.keys(this.state.user).length > 0)
    const changed = this.state.person !== undefined && !isSamePerson(this.state.person, person)
    if (changed) this.leave()
    // An event that the person made while still unknown may come late, and takes no user id away.
    const known = changed ? undefined : this.state.person?.userId
    this.state.person = { userId: person.userId ?? known, anonymousId: person.anonymousId }
    return changed || (!known && Boolean(person.userId))
  }

  private leave(): void {
    this.state.user = {}
    this.state.mappedUserId = undefined
    try {
      clearUser()
    } finally {
      stopSurvey()
    }
  }

  private learn({ userId, changes }: ToldUser): void {
    this.state.mappedUserId = userId ?? this.state.mappedUserId
    this.state.user = merged(this.state.user, changes)
  }

  private requireBeacon(): void {
    if (!isBeaconReady()) throw this.unavailableError(this.unavailable ?? 'window.wootric is no function')
  }

  private unavailableError(cause: string): InMomentError {
    return new InMomentError(`InMoment's beacon is not available: ${cause}`)
  }
}

/**
 * When analytics.js made the event, in milliseconds since 1970, which it writes into the message id; a site may set the
 * timestamp as it likes. Without such an id nobody can tell, and it counts as new.
 */
function madeAt(messageId: string | null | undefined): number {
  return Number(/^ajs-next-(\d+)-/.exec(messageId ?? '')?.[1] ?? Infinity)
}

function merged(user: UserSettings, changes: UserChanges): UserSettings {
  const told = Object.entries<unknown>(changes).filter(([, value]) => value !== undefined)
  // `null` takes the value away: as `undefined` it is not written.
  return { ...user, ...Object.fromEntries(told.map(([key, value]) => [key, value ?? undefined])) }
}
