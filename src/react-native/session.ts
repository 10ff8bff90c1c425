import type {
  AliasEventType,
  IdentifyEventType,
  SegmentClient,
  SegmentEvent,
  TrackEventType
} from '@segment/analytics-react-native'
import { copyUsableObject } from '../destinations/inmoment/conversions/copy-usable'
import { createSettings, EMPTY_RESPONDENT, isCurrent, setIds } from '../destinations/inmoment/respondent'
import type { RequestSettings } from '../destinations/inmoment/respondent'
import { keepFirstAccount, readAccount } from './account'
import type { Account } from './account'
import type { Bridge } from './bridge'
import { BridgeQueue } from './bridge-queue'
import { isDisabled, waitForKeptEvents } from './client-state'
import { ClientUser } from './client-user'
import { convertToNativeValues } from './native-values'
import type { NativeValues } from './native-values'
import type { InMomentPluginOptions } from './options'
import type { ProblemLog } from './problem-log'
import { convertEvent, convertEventName, convertPhoneNumber, convertProfile } from './profile'
import type { Profile } from './profile'
import { hasMade } from './person'
import { ProfileStore } from './profile-store'
import type { InMomentSdk } from './sdk'
import { wait } from './wait'

/** In milliseconds. The client also delivers events from earlier starts of the app, and may never become ready. */
export const MAX_REQUEST_AGE = 60_000
/** In milliseconds. The device's storage may never answer. */
const MAX_LOAD = 1_000

const INHERITED =
  'some traits belong to an earlier user and were not sent, because Segment’s client keeps traits when the user ' +
  'changes. Call await analytics.reset() when a user logs out.'

interface SurveyRequest {
  settings: RequestSettings
  /** In Unix milliseconds. `NaN` if unknown. */
  madeAt: number
  /** The event that requests it, if any. */
  event?: TrackEventType
}

/** Everything that the plugin knows while the app runs: the account, the person and what waits for the bridge. */
export class Session<Sdk extends InMomentSdk> {
  private readonly user: ClientUser
  private readonly store: ProfileStore
  private readonly queue = new BridgeQueue()
  private readonly started: Promise<void>
  private account?: Account
  private isOff = false
  /** Of the current person. */
  private profile?: Profile

  constructor(
    private readonly client: SegmentClient,
    private readonly options: InMomentPluginOptions<Sdk>,
    private readonly bridge: Bridge<Sdk>,
    private readonly log: ProblemLog
  ) {
    this.store = new ProfileStore(client)
    this.user = new ClientUser(client, (isSamePerson) => this.changeUser(isSamePerson))
    this.started = this.restore()
  }

  /** `settings` are Segment's settings for the integration, which can have any value. */
  update(settings: unknown): void {
    this.isOff = settings === false
    if (this.isOff) return
    const { account } = this
    this.account = keepFirstAccount(account, readAccount(this.options, settings), this.log)
    if (this.account !== account) this.runWhenStarted(() => this.sync())
  }

  /** Whether the destination gets the event. Without an account, the person is still followed. */
  accepts(event: SegmentEvent, key: string): boolean {
    return !this.isOff && event.integrations?.[key] !== false
  }

  identify(event: IdentifyEventType): void {
    this.runWhenStarted(() => {
      const { inheritedNames, isOutdated } = this.user.arrive('identify', event)
      if (isOutdated) return
      if (inheritedNames.length > 0) this.log.warn(INHERITED)
      const traits = copyUsableObject(event.traits, 'traits', this.warn) ?? {}
      const names = new Set(inheritedNames)
      const own = Object.entries(traits).filter(([name]) => !names.has(name))
      this.setProfile({ userId: event.userId, anonymousId: event.anonymousId, traits: Object.fromEntries(own) })
    })
  }

  alias(event: AliasEventType): void {
    this.runWhenStarted(() => {
      this.user.arrive('alias', event)
      const { userId, previousId } = event
      const { profile } = this
      if (!profile || (profile.userId ?? profile.anonymousId) !== previousId) return
      this.setProfile({ ...profile, userId })
    })
  }

  /** Requests a survey for an event, if the person who made it is still the current user. */
  track(event: TrackEventType): Promise<boolean> {
    const settings = convertEvent(event, this.options, this.warn)
    if (!settings) return Promise.resolve(false)
    return this.requestSurvey({ settings, madeAt: Date.parse(event.timestamp ?? ''), event })
  }

  /** Requests a survey for the current user. Resolves to whether it was requested. */
  showSurvey(eventName: unknown, madeAt: number): Promise<boolean> {
    const settings = { event_name: convertEventName(eventName, this.warn) ?? null }
    return this.requestSurvey({ settings, madeAt })
  }

  private async requestSurvey(request: SurveyRequest): Promise<boolean> {
    if (!(await this.waitForCalls()) || !this.isWanted(request) || !(await this.mayShow())) return false
    return this.queue.run(async () => {
      // Nothing is asynchronous after this, because the user could change meanwhile.
      if (!(await this.waitForCalls()) || !this.isWanted(request) || !this.account) return false
      const { values, eventName } = this.getPerson(request.settings)
      if (!this.bridge.setPerson(this.account, values)) return false
      this.queue.pause()
      const isRequested = this.bridge.showSurvey(eventName)
      // The app may call the bridge's own `showSurvey` later.
      if (eventName !== null) this.runInQueue(() => this.bridge.clearEventName())
      return isRequested
    })
  }

  /** Waits for everything that the app has called before. Resolves to `false` if that takes too long. */
  private async waitForCalls(): Promise<boolean> {
    const areDelivered = await waitForKeptEvents(this.client, MAX_REQUEST_AGE)
    await this.started
    await this.user.waitForEvents()
    return areDelivered
  }

  private isWanted({ madeAt, event }: SurveyRequest): boolean {
    // A clock that was set back makes events of the future.
    const isRecent = Math.abs(Date.now() - madeAt) <= MAX_REQUEST_AGE
    return isRecent && this.account !== undefined && this.isActive && (!event || hasMade(this.user.person, event))
  }

  private async mayShow(): Promise<boolean> {
    if (!this.options.mayShow) return true
    try {
      const answer: unknown = await Promise.race([this.options.mayShow(), wait(MAX_REQUEST_AGE).then(() => false)])
      return answer !== false
    } catch {
      this.log.warn('mayShow threw an error, so no survey was requested. Return false instead.')
      return false
    }
  }

  private async restore(): Promise<void> {
    const { profile, history = [] } = await Promise.race([this.store.load(), wait(MAX_LOAD).then(() => ({}) as never)])
    const { current } = this.user
    const isKept = this.options.restoreUser !== false && current.traits !== undefined
    // The client may have stored an older user than the plugin, which is not the visitor of the profile.
    const isSame = profile && Boolean(profile.userId) === Boolean(current.userId) && isCurrent(profile, current)
    if (isKept && isSame) this.profile = profile
    this.user.start(history)
    // Removes the profile of another user, or of a version of the app that restored users.
    if (profile && !this.profile) this.save()
  }

  /** Clears the former person as soon as the app calls `reset`, or `identify` for another one, before the event arrives. */
  private changeUser(isSamePerson: boolean): void {
    if (isSamePerson) this.save()
    else this.setProfile(undefined)
  }

  private setProfile(profile: Profile | undefined): void {
    this.profile = profile
    this.save()
    this.sync()
  }

  private save(): void {
    const { history } = this.user
    this.store.save({
      profile: this.options.restoreUser === false ? undefined : this.profile,
      history: history.some(({ names }) => names.length > 0) ? history : undefined
    })
  }

  /** Passes the person to the bridge, for apps that call the bridge's own `showSurvey`. */
  private sync(): void {
    const write = (): void => {
      if (!this.account) return
      if (this.isActive) this.bridge.setPerson(this.account, this.getPerson({ event_name: null }).values)
      else if (this.bridge.hasPerson) this.bridge.setPerson(this.account, {})
    }
    this.runInQueue(write)
  }

  private runInQueue(task: () => void): void {
    this.queue.run(task).catch(() => this.log.warnUnexpected())
  }

  /** Whether the app and Segment's settings allow the destination to send anything. */
  private get isActive(): boolean {
    return !this.isOff && !isDisabled(this.client)
  }

  private getPerson(request: RequestSettings): { values: NativeValues; eventName: string | null } {
    const { profile } = this
    const respondent = profile ? convertProfile(profile, this.options, this.warn) : EMPTY_RESPONDENT
    // The profile of a visitor who became a user has no user ID.
    const settings = createSettings({ ...setIds(respondent, this.user.current), request }, {})
    const phoneNumber = profile && convertPhoneNumber(profile, this.options, this.warn)
    return {
      values: convertToNativeValues(settings, phoneNumber, this.warn),
      eventName: settings.event_name ?? null
    }
  }

  private runWhenStarted(task: () => void): void {
    this.started.then(task).catch(() => this.log.warnUnexpected())
  }

  private readonly warn = (name: string, problem: string): void => this.log.warnName(name, problem)
}
