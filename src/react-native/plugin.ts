import { DestinationPlugin } from '@segment/analytics-react-native'
import type {
  AliasEventType,
  IdentifyEventType,
  SegmentAPISettings,
  SegmentClient,
  SegmentEvent,
  TrackEventType
} from '@segment/analytics-react-native'
import { attempt } from '../destinations/inmoment/attempt'
import { Bridge } from './bridge'
import type { InMomentPluginOptions } from './options'
import { ProblemLog } from './problem-log'
import type { InMomentSdk } from './sdk'
import { MAX_REQUEST_AGE, Session } from './session'
import { waitUntil } from './wait'

/** Events that Segment's client tracks itself: `true` for `showSurveyOnTrack` excludes them. */
const CLIENT_EVENT =
  /^(Application (Installed|Updated|Opened|Backgrounded)|Deep Link Opened|Segment Consent Preference)$/

/**
 * Shows InMoment surveys in a React Native app: `client.add({ plugin: new InMomentPlugin({ sdk }) })`.
 *
 * No method throws or rejects, because an error in a plugin can stop Segment's client for all destinations. Problems are
 * logged once, through the client's logger.
 */
export class InMomentPlugin<Sdk extends InMomentSdk = InMomentSdk> extends DestinationPlugin {
  private readonly options: InMomentPluginOptions<Sdk>
  private readonly log = new ProblemLog()
  private session?: Session<Sdk>

  constructor(options: InMomentPluginOptions<Sdk>) {
    super()
    this.options = copyOptions(options)
    this.key = this.options.key ?? 'Wootric'
  }

  /**
   * Requests a survey for the current user, after everything the app has called before has arrived. With an event name,
   * it is for Targeted Sampling. Resolves to whether a survey was requested, `false` also if it could not be requested
   * within a minute. Never rejects.
   */
  async showSurvey(eventName?: string): Promise<boolean> {
    const madeAt = Date.now()
    try {
      await waitUntil(() => this.session !== undefined, MAX_REQUEST_AGE)
      return (await this.session?.showSurvey(eventName, madeAt)) ?? false
    } catch {
      this.log.warnUnexpected()
      return false
    }
  }

  override configure(client: SegmentClient): void {
    this.guard(() => {
      super.configure(client)
      this.log.setClient(client)
      this.session = new Session(client, this.options, new Bridge(this.options, this.log), this.log)
    })
  }

  override update(settings: SegmentAPISettings): void {
    this.guard(() => this.session?.update(settings.integrations[this.key]))
  }

  override identify(event: IdentifyEventType): IdentifyEventType {
    this.guard(() => this.session?.identify(event))
    return event
  }

  override track(event: TrackEventType): TrackEventType {
    this.guard(() => {
      const { showSurveyOnTrack = false } = this.options
      const isSelected =
        showSurveyOnTrack === true ? !CLIENT_EVENT.test(event.event) : includes(showSurveyOnTrack, event.event)
      // The client waits for what this method returns, and with it for all events that follow.
      if (isSelected) this.session?.track(event).catch(() => this.log.warnUnexpected())
    })
    return event
  }

  override alias(event: AliasEventType): AliasEventType {
    this.guard(() => this.session?.alias(event))
    return event
  }

  /** @internal Not in the types of the package, because 2.18.0, the oldest supported client, declares it as private. */
  protected override isEnabled(event: SegmentEvent): boolean {
    let isEnabled = false
    this.guard(() => (isEnabled = this.session?.accepts(event, this.key) ?? false))
    return isEnabled
  }

  private guard(run: () => unknown): void {
    if (!attempt(run)) this.log.warnUnexpected()
  }
}

/** Without usable options, there is no bridge, which is logged when it is needed. */
function copyOptions<Sdk extends InMomentSdk>(options: InMomentPluginOptions<Sdk>): InMomentPluginOptions<Sdk> {
  let copied = {} as InMomentPluginOptions<Sdk>
  attempt(() => (copied = { ...options }))
  return copied
}

function includes(names: readonly string[] | boolean, name: string): boolean {
  return Array.isArray(names) && names.includes(name)
}
