import type { BeaconCommand, Properties, UserSettings, WootricSettings } from './beacon-types'
import { changeSettings, currentSettings, isBeaconReady, sendCommand } from './beacon'
import type { EventGate } from './event-gate'
import { loadBeacon } from './load-beacon'
import { isSamePerson, type Person } from './person'

/** What an identify says of the user. `undefined` says nothing, `null` that there is no such value. */
export type UserChanges = { [Key in keyof UserSettings]?: UserSettings[Key] | null }

/** What a track event lays over the user for its own run. */
export interface EventOverlay {
  eventName: string
  email?: string | null
  language?: string | null
  properties?: Properties
}

const USER_KEYS = ['email', 'external_id', 'created_at', 'language', 'properties', 'segment_user_id'] as const

/** Removes all that belongs to a user from the settings. */
const NOBODY: UserSettings = Object.fromEntries(USER_KEYS.map((key) => [key, undefined]))

/**
 * Keeps what is known of the current person and drives the beacon with it. The person's state lives here and not in
 * `wootricSettings`, so that it outlives a blocked beacon and what a track event laid over it.
 */
export class InMomentClient {
  private person?: Person
  private mappedUserId?: string
  private user: UserSettings = {}
  /** What the page itself says of the user, which counts until another person comes. */
  private pageUser: UserSettings = {}
  private written: UserSettings = {}
  private delivered = false
  /** Why the beacon cannot be had, for the errors of the events that need it. */
  private unavailable?: string

  /** `accountToken` is empty where the site has set none. */
  constructor(
    private readonly accountToken: string,
    readonly gate: EventGate
  ) {}

  /** Loads the beacon. Never rejects; where there is no beacon in the end, every command says why. */
  async load(): Promise<void> {
    if (this.accountToken) {
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
   * The person of this event becomes the current one, changed as told, and a survey without an event name is asked for.
   * `mappedUserId` is the user id after mapping, which may differ from the event's own.
   */
  identify(person: Person, mappedUserId: string | null | undefined, changes: UserChanges): void {
    this.become(person)
    if (mappedUserId && this.mappedUserId && mappedUserId !== this.mappedUserId) this.forget()
    this.mappedUserId = mappedUserId ?? this.mappedUserId
    this.user = merged(this.user, changes)
    this.write({ ...this.pageUser, ...this.user }, null)
    this.send('run')
  }

  /** Asks for a survey of the event, with the event laid over the user for this run. */
  track(person: Person, event: EventOverlay): void {
    this.become(person)
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
    this.send('run')
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
    this.become(person)
    this.requireBeacon()
    this.change(settings)
    this.send(command)
  }

  /** An event of another person starts from nothing: no value of one person may stand beside another's. */
  private become(person: Person): void {
    this.readPageUser()
    if (this.person && !isSamePerson(this.person, person)) {
      this.forget()
      this.write({}, null)
      this.change({ group_info: undefined })
    }
    this.person = person
  }

  private forget(): void {
    this.user = {}
    this.pageUser = {}
    this.mappedUserId = undefined
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
    this.change({ ...NOBODY, ...user, event_name: eventName })
    this.written = user
  }

  /** Writes the account token each time, in case the page has replaced its settings. */
  private change(settings: WootricSettings): void {
    changeSettings(this.accountToken ? { ...settings, account_token: this.accountToken } : settings)
  }

  private send(command: BeaconCommand): void {
    this.requireBeacon()
    sendCommand(command)
  }

  private requireBeacon(): void {
    if (this.accountToken && isBeaconReady()) return
    throw new Error(`InMoment's beacon is not available: ${this.unavailable ?? 'window.wootric is no function'}`)
  }
}

function merged(user: UserSettings, changes: UserChanges): UserSettings {
  const told = Object.entries<unknown>(changes).filter(([, value]) => value !== undefined)
  // `null` takes the value away: as `undefined` it is not written.
  return { ...user, ...Object.fromEntries(told.map(([key, value]) => [key, value ?? undefined])) }
}
