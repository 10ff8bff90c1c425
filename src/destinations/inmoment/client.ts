import type { BeaconCommand, Properties, UserSettings, WootricSettings } from './beacon-types'
import { changeSettings, currentSettings, isBeaconReady, sendCommand, stopSurvey } from './beacon'
import type { EventGate } from './event-gate'
import { loadBeacon } from './load-beacon'
import { isSamePerson, type Person } from './person'

/** What an identify says of the user. `undefined` says nothing, `null` that there is no such value. */
export type UserChanges = { [Key in keyof UserSettings]?: UserSettings[Key] | null }

/** An identify after mapping: `userId` is the mapped user id, which may differ from the event's own. */
export interface ToldUser {
  userId: string | null | undefined
  changes: UserChanges
}

/** What a track event lays over the user for its own run. */
export interface EventOverlay {
  eventName: string
  email?: string | null
  language?: string | null
  properties?: Properties
}

/** What the client asks of the rest of the destination. */
export interface ClientOptions {
  /** Empty where the site has set none. */
  accountToken: string
  gate: EventGate
  /** The person that analytics.js has now. */
  currentPerson: () => Person | undefined
  /** What analytics.js already knows of that person, after mapping. */
  knownUser: () => ToldUser[]
  /** Called before each request for a survey. */
  beforeRun: () => void
}

const USER_KEYS = ['email', 'external_id', 'created_at', 'language', 'properties', 'segment_user_id'] as const

/** Removes what is said of a user from the settings. */
const NO_USER: WootricSettings = Object.fromEntries(USER_KEYS.map((key) => [key, undefined]))

/**
 * Keeps what is known of the current person and drives the beacon with it. The person's state lives here and not in
 * `wootricSettings`, so that it outlives a blocked beacon and what a track event laid over it.
 */
export class InMomentClient {
  readonly gate: EventGate
  private person?: Person
  private mappedUserId?: string
  private user: UserSettings = {}
  /** What the page itself says of the user, which counts until another person comes. */
  private pageUser: UserSettings = {}
  private written: UserSettings = {}
  private delivered = false
  /** In milliseconds since 1970: what another person made until then is not delivered any more. */
  private newestReset = performance.timeOrigin
  /** Why the beacon cannot be had, for the errors of the events that need it. */
  private unavailable?: string

  constructor(private readonly options: ClientOptions) {
    this.gate = options.gate
  }

  /** Loads the beacon. Never rejects; where there is no beacon in the end, every command says why. */
  async load(): Promise<void> {
    if (this.options.accountToken) {
      this.change({})
      this.unavailable = await loadBeacon()
    } else {
      this.unavailable = 'the account token is empty'
    }
  }

  /** Whether this is the first event that asks, which then carries the warnings about the settings. */
  isFirstDelivery(): boolean {
    const first = !this.delivered
    this.delivered = true
    return first
  }

  /**
   * Whether an event belongs to a person who has left since: analytics.js delivers events some time after they were
   * made, those that it kept from an earlier page included, but `reset` takes effect at once.
   */
  isOutlived(event: Person & { messageId?: string }): boolean {
    const current = this.options.currentPerson()
    return madeAt(event.messageId) <= this.newestReset && current !== undefined && !isSamePerson(current, event)
  }

  /** Whether the person for whom a survey was last asked is the one that analytics.js has now. */
  isRespondentCurrent(): boolean {
    const current = this.options.currentPerson()
    return this.person !== undefined && current !== undefined && isSamePerson(this.person, current)
  }

  /** The person has left: nothing that belongs to them stays, and no survey of theirs is shown any more. */
  reset(): void {
    this.newestReset = Date.now()
    this.person = undefined
    this.leave()
  }

  /** Takes up the person whom analytics.js already knows, without asking for a survey. */
  restore(): void {
    const person = this.options.currentPerson()
    const told = this.options.knownUser()
    if (!person || told.length === 0) return
    this.readPageUser()
    this.person = person
    for (const user of told) this.learn(user)
    this.change({ ...this.pageUser, ...this.user })
    this.written = { ...this.pageUser, ...this.user }
  }

  /** The person of this event becomes the current one, as told, and a survey without an event name is asked for. */
  identify(person: Person, told: ToldUser): void {
    this.become(person)
    if (told.userId && this.mappedUserId && told.userId !== this.mappedUserId) this.leave()
    this.learn(told)
    this.write({ ...this.pageUser, ...this.user }, null)
    this.run()
  }

  /** Asks for a survey of the event, with the event laid over the user for this run. */
  track(person: Person, event: EventOverlay): void {
    this.meet(person)
    this.requireBeacon()
    const user = { ...this.pageUser, ...this.user }
    this.write(
      merged(user, {
        email: user.email ?? event.email,
        language: event.language ?? undefined,
        properties: event.properties && { ...user.properties, ...event.properties }
      }),
      event.eventName
    )
    this.run()
  }

  /** Tells the beacon of a page; the user and the event name stay as they are. */
  page(person: Person, pageInfo: Record<string, unknown>): void {
    this.tell(person, 'page', { page_info: pageInfo })
  }

  /** Tells the beacon of the person's group; the user and the event name stay as they are. */
  group(person: Person, groupInfo: Record<string, unknown>): void {
    this.tell(person, 'group', { group_info: groupInfo })
  }

  private tell(person: Person, command: BeaconCommand, settings: WootricSettings): void {
    this.meet(person)
    this.requireBeacon()
    this.change(settings)
    sendCommand(command)
  }

  private run(): void {
    this.requireBeacon()
    this.options.beforeRun()
    sendCommand('run')
  }

  /** Where the event is the first of another person, identified elsewhere, such as in another tab, that one is taken up. */
  private meet(person: Person): void {
    const current = this.options.currentPerson()
    if (this.become(person) && current && isSamePerson(current, person)) this.restore()
  }

  /** An event of another person starts from nothing: no value of one person may stand beside another's. */
  private become(person: Person): boolean {
    this.readPageUser()
    const changed = this.person !== undefined && !isSamePerson(this.person, person)
    if (changed) this.leave()
    // An event that the person made while still unknown may come late, and takes no user id away.
    const userId = person.userId ?? (changed ? undefined : this.person?.userId)
    this.person = { userId, anonymousId: person.anonymousId }
    return changed
  }

  private leave(): void {
    stopSurvey()
    this.user = {}
    this.pageUser = {}
    this.mappedUserId = undefined
    this.change({ ...NO_USER, event_name: undefined, group_info: undefined })
    this.written = {}
  }

  private learn({ userId, changes }: ToldUser): void {
    this.mappedUserId = userId ?? this.mappedUserId
    this.user = merged(this.user, changes)
  }

  /** A value that differs from the last one written is the page's own. */
  private readPageUser(): void {
    const settings: UserSettings = currentSettings()
    for (const key of USER_KEYS) {
      if (settings[key] !== undefined && settings[key] !== this.written[key]) {
        this.pageUser = { ...this.pageUser, [key]: settings[key] }
      }
    }
  }

  private write(user: UserSettings, eventName: string | null): void {
    this.change({ ...NO_USER, ...user, event_name: eventName })
    this.written = user
  }

  /** Writes the account token each time, in case the page has replaced its settings. */
  private change(settings: WootricSettings): void {
    const { accountToken } = this.options
    changeSettings(accountToken ? { ...settings, account_token: accountToken } : settings)
  }

  private requireBeacon(): void {
    if (this.options.accountToken && isBeaconReady()) return
    throw new Error(`InMoment's beacon is not available: ${this.unavailable ?? 'window.wootric is no function'}`)
  }
}

/**
 * When analytics.js made the event, in milliseconds since 1970, which it writes into the message id; a site may set the
 * timestamp as it likes. Without such an id nobody can tell,
 * and it counts as new.
 */
function madeAt(messageId = ''): number {
  return Number(/^ajs-next-(\d+)-/.exec(messageId)?.[1] ?? Infinity)
}

function merged(user: UserSettings, changes: UserChanges): UserSettings {
  const told = Object.entries<unknown>(changes).filter(([, value]) => value !== undefined)
  // `null` takes the value away: as `undefined` it is not written.
  return { ...user, ...Object.fromEntries(told.map(([key, value]) => [key, value ?? undefined])) }
}
