import type { SegmentEvent } from '@segment/analytics-react-native'
import { Device } from './device'
import type { App } from './device'
import { FakeSdk } from './fake-sdk'
import type { FakeSurvey } from './fake-sdk'
import { ModelPeople } from './model-people'
import { EnrichmentPlugin, ObserverPlugin } from './plugins'
import { finish, pass } from './time'

export type Step =
  | { kind: 'identify'; userId?: string; traits: string[]; isAwaited: boolean }
  | { kind: 'track'; isAwaited: boolean }
  | { kind: 'showSurvey'; isAwaited: boolean }
  | { kind: 'reset'; isNewVisitor: boolean; isAwaited: boolean }
  | { kind: 'alias'; userId: string; isAwaited: boolean }
  | { kind: 'wait'; duration: number }
  | { kind: 'pause'; duration: number }
  | { kind: 'restart' }

export interface Setup {
  /** What a plugin of the app does with each event: a delay in milliseconds, or `drop`. */
  enrichments: (number | string)[]
  /** In milliseconds. */
  readyDelay: number
  mayShowDelay?: number
  restoreUser: boolean
}

/** A survey whose values belong to others than the client's user. */
export interface WrongSurvey {
  survey: FakeSurvey
  foreign: string[]
  current: string
}

/** An app that runs random steps on one device, and finds surveys with values of another person. */
export class ModelApp {
  readonly wrong: WrongSurvey[] = []
  surveyCount = 0
  private readonly device = new Device()
  private readonly people = new ModelPeople()
  private app: App
  private starts = 0
  private tokens = 0
  private events = 0

  private enrichments: Setup['enrichments']

  constructor(private readonly setup: Setup) {
    this.enrichments = setup.enrichments
    this.app = this.start()
  }

  async run(steps: Step[]): Promise<void> {
    for (const step of steps) await this.runStep(step)
    await pass(40_000)
  }

  /** The survey of a new user after everything else. */
  async getFinalSurvey(): Promise<{ survey?: FakeSurvey; email: string }> {
    this.enrichments = []
    const { client, plugin, sdk } = this.app
    // After a second pause, the client may not resume by itself.
    await finish(client.resumeEventProcessing())
    await pass(40_000)
    await finish(client.reset())
    const email = this.createToken()
    await finish(client.identify('final', { email }))
    await finish(plugin.showSurvey())
    return { survey: sdk.surveys[sdk.surveys.length - 1], email }
  }

  private start(): App {
    const { mayShowDelay, restoreUser, readyDelay } = this.setup
    const number = (this.starts += 1)
    const isRunning = () => number === this.starts
    return this.device.start({
      sdk: new CheckedSdk((survey) => isRunning() && this.check(survey)),
      plugins: [
        new ObserverPlugin((client) => isRunning() && this.people.follow(client, isRunning)),
        new EnrichmentPlugin((event) => (isRunning() ? this.enrich(event) : new Promise<undefined>(() => undefined)))
      ],
      options: {
        showSurveyOnTrack: true,
        phoneNumber: 'phone',
        restoreUser,
        mayShow: () => wait(mayShowDelay).then(() => true)
      },
      readyDelay
    })
  }

  private check(survey: FakeSurvey): void {
    this.surveyCount += 1
    const { email, phoneNumber, properties } = survey
    const tokens = [email, phoneNumber, ...Object.values(properties)].filter((value) => value !== undefined)
    const foreign = tokens.filter((token) => !this.people.isOwn(token))
    if (foreign.length > 0) this.wrong.push({ survey, foreign, current: this.people.current })
  }

  private async enrich(event: SegmentEvent): Promise<SegmentEvent | undefined> {
    if ('properties' in event) this.people.addEventToken(event.properties?.size as string, event)
    const { enrichments } = this
    this.events += 1
    const enrichment = enrichments[this.events % enrichments.length]
    if (typeof enrichment === 'string') return undefined
    await wait(enrichment)
    return event
  }

  private async runStep(step: Step): Promise<void> {
    if (step.kind === 'wait') return pass(step.duration)
    if (step.kind === 'pause') return this.app.client.pauseEventProcessing(step.duration)
    if (step.kind === 'restart') {
      this.app = this.start()
      return
    }
    const call = this.call(step)
    if (step.isAwaited) await finish(call)
  }

  private call(step: Exclude<Step, { kind: 'wait' } | { kind: 'pause' } | { kind: 'restart' }>): Promise<unknown> {
    const { client, plugin } = this.app
    if (step.kind === 'reset') return client.reset(step.isNewVisitor)
    if (step.kind === 'alias') return client.alias(step.userId)
    if (step.kind === 'showSurvey') return plugin.showSurvey()
    if (step.kind === 'identify') {
      const traits = Object.fromEntries(step.traits.map((name) => [name, this.createToken()]))
      return client.identify(step.userId, traits)
    }
    return client.track('Asked', { size: this.createToken() })
  }

  private createToken(): string {
    return `token${(this.tokens += 1)}@example.com`
  }
}

/** Reports each survey at once. */
class CheckedSdk extends FakeSdk {
  constructor(private readonly onSurvey: (survey: FakeSurvey) => void) {
    super()
  }

  override showSurvey(): void {
    super.showSurvey()
    const survey = this.surveys[this.surveys.length - 1]
    if (survey) this.onSurvey(survey)
  }
}

async function wait(duration: number | undefined): Promise<void> {
  if (duration !== undefined) await new Promise((resolve) => setTimeout(resolve, duration))
}
