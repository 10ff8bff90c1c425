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
  knownUser: (person: Person) => ToldUser[]
  /** Called before each request for a survey. */
  beforeRun: () => void
}

/** Drives the beacon with what is known of the current person. */
export type InMomentClient = ReturnType<typeof createClient>

/**
 * The client of one copy of the destination. What is known of the person is the page's, since an event may come to any
 * copy, and is not kept in `wootricSettings`, so that it outlives a blocked beacon and what a track event laid over it.
 */
export function createClient({ refusal, gate, currentPerson, knownUser, beforeRun }: ClientOptions) {
  let delivered = false
  /** In milliseconds since 1970: what another person made until then is not delivered any more. */
  let newestReset = performance.timeOrigin
  /** Why the beacon cannot be had, for the errors of the events that need it. */
  let unavailable: string | undefined
  let isQuiet = false

  function requireBeacon(): void {
    if (!isBeaconReady()) throw unavailableError(unavailable ?? 'window.wootric is no function')
  }

  /** Takes up a person who was identified elsewhere, such as in another tab. */
  function meet(person: Person): void {
    if (!become(person)) return
    const current = currentPerson()
    if (current && isSamePerson(current, person)) client.restore()
  }

  function send({ messageId }: EventOfPerson, command: BeaconCommand): void {
    claimEvent(messageId, client)
    sendCommand(command)
  }

  function run(event: EventOfPerson): void {
    if (isQuiet) return
    requireBeacon()
    try {
      beforeRun()
    } catch {
      // What is only told to Segment must not cost a survey.
    }
    send(event, 'run')
  }

  const client = {
    gate,

    /** Why nothing can be sent at all, a phrase; nothing is written to the page then either. */
    refusal,

    /** Loads the beacon. Never rejects; where there is no beacon in the end, every command says why. */
    async load(): Promise<void> {
      unavailable = refusal ?? (await loadBeacon())
    },

    /** Fails where the account token is missing or refused: no event changes anything then. */
    requireAccount(): void {
      if (refusal) throw unavailableError(refusal)
    },

    /** Whether this is the first event that asks, which then carries the warnings about the settings. */
    isFirstDelivery(): boolean {
      const first = !delivered
      delivered = true
      return first
    },

    /**
     * Whether an event belongs to a person who has left since: analytics.js delivers events some time after they were
     * made, those that it kept from an earlier page included, but `reset` takes effect at once. A user is told by the
     * user id alone here, since a site can give the same anonymous id to all who use a device.
     */
    isOutlived(event: EventOfPerson): boolean {
      // The time first: who the person is has to be read from the browser's storage.
      if (madeAt(event.messageId) > newestReset) return false
      const current = currentPerson()
      if (!current) return false
      return event.userId ? event.userId !== current.userId : !isSamePerson(current, event)
    },

    /** The person has left: nothing that belongs to them stays, and no survey of theirs is shown any more. */
    reset(): void {
      newestReset = Date.now()
      personState().person = undefined
      leave()
    },

    /** The browser shows the page again as it was left, and somebody else may have come in the meantime. */
    resume(): void {
      const { person } = personState()
      const current = currentPerson()
      if (!person || !current || isSamePerson(person, current)) return
      client.reset()
      client.restore()
    },

    /** Takes up what the deliveries say of the person, and asks the beacon for nothing. */
    quietly(deliver: () => void): void {
      isQuiet = true
      try {
        deliver()
      } finally {
        isQuiet = false
      }
    },

    /** Takes up the person whom analytics.js already knows, without asking for a survey. */
    restore(): void {
      writeSettings({})
      const person = currentPerson()
      if (!person) return
      const told = knownUser(person)
      if (told.length === 0) return
      readPageUser(true)
      personState().person = person
      for (const user of told) learn(user)
      writeUser(overPageUser(personState().user))
    },

    /** The person of this event becomes the current one, as told, and a survey without an event name is asked for. */
    identify(person: EventOfPerson, told: ToldUser): void {
      become(person)
      const { mappedUserId } = personState()
      // Where analytics.js keeps no user id, the site's own mapping of one is all that tells users apart.
      if (!person.userId && told.userId && mappedUserId && told.userId !== mappedUserId) leave()
      learn(told)
      writeUser(overPageUser(personState().user), null)
      run(person)
    },

    /** Asks for a survey of the event, with the event laid over the user for this run. */
    track(person: EventOfPerson, event: EventOverlay): void {
      meet(person)
      if (isQuiet) return
      requireBeacon()
      const user = overPageUser(personState().user)
      const laidOver = merged(user, {
        email: user.email ?? event.email,
        language: event.language ?? undefined,
        properties: event.properties && { ...user.properties, ...event.properties }
      })
      writeUser(laidOver, event.eventName)
      run(person)
    },

    /** Tells the beacon of a page or a group; the user and the event name stay as they are. */
    tell(person: EventOfPerson, command: BeaconCommand, settings: WootricSettings): void {
      meet(person)
      if (!isQuiet) requireBeacon()
      writeSettings(settings)
      if (!isQuiet) send(person, command)
    }
  }
  return client
}

/** What is known of the person, shared by all copies of the destination on the page. */
export function personState(): PersonState {
  return (sharedRecord().state ??= { user: {} })
}

/**
 * An event of another person starts from nothing: no value of one person may stand beside another's. Says whether the
 * person is another, or one who has become known.
 */
function become({ userId, anonymousId }: Person): boolean {
  const state = personState()
  readPageUser(Object.keys(state.user).length > 0)
  const changed = state.person !== undefined && !isSamePerson(state.person, { userId, anonymousId })
  if (changed) leave()
  // An event that the person made while still unknown may come late, and takes no user id away.
  const known = changed ? undefined : state.person?.userId
  state.person = { userId: userId ?? known, anonymousId }
  return changed || (!known && Boolean(userId))
}

/** Takes away what is known of the person, and what the page shows of it. */
function leave(): void {
  Object.assign(personState(), { user: {}, mappedUserId: undefined })
  try {
    clearUser()
  } finally {
    stopSurvey()
  }
}

function learn({ userId, changes }: ToldUser): void {
  const state = personState()
  state.mappedUserId = userId ?? state.mappedUserId
  state.user = merged(state.user, changes)
}

function unavailableError(cause: string): InMomentError {
  return new InMomentError(`InMoment's beacon is not available: ${cause}`)
}

/**
 * When analytics.js made the event, in milliseconds since 1970, which it writes into the message id; a site may set the
 * timestamp as it likes. Without such an id nobody can tell, and it counts as new.
 */
function madeAt(messageId: string | null | undefined): number {
  return Number(/^ajs-next-(\d+)-/.exec(messageId ?? '')?.[1] ?? Infinity)
}

function merged(user: UserSettings, changes: UserChanges): UserSettings {
  let result = user
  for (const [key, value] of Object.entries<unknown>(changes)) {
    // `null` takes the value away: as `undefined` it is not written.
    if (value !== undefined) result = { ...result, [key]: value ?? undefined }
  }
  return result
}
