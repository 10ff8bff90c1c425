import type { Browser, Frame } from 'playwright-core'
import { startRecording, type Log, type Recording } from '../../support/recording'
import {
  getBeaconCalls,
  openSite,
  SITE_URL,
  waitForAnalytics,
  type BeaconCall,
  type Site,
  type SiteOptions
} from '../../support/site'
import { OTHER_DESTINATION } from './other-destination'
import { ALL_STEPS, PERSONAL, VISIT, type Call, type Step } from './visit'

interface SegmentEvent {
  type: string
  event?: string
}

const QUEUED = 'warn InMoment: the event is queued until the beacon is ready'
const LATE_FAILURE = 'warn InMoment: the beacon is missing'

interface RecordingWindow extends Recording {
  otherEvents?: SegmentEvent[]
}

/** A page with a fault. It records what the fault must not affect. */
export class FaultyPage {
  private readonly made: Step[] = []
  private readonly expectedProblems: RegExp[] = []
  private extraEvents = 0
  private callsPerEvent = 1
  /** The only allowed requests, if analytics.js must not load. */
  private allowedRequests?: string[]
  /** How many events were made before the site stopped analytics.js. */
  private stoppedAfter?: number
  /** The page itself, or its frame with the snippet. */
  private readonly frame: Frame

  private constructor(readonly site: Site) {
    this.frame = site.page.frames().at(-1) ?? site.page.mainFrame()
  }

  static async open(browser: Browser, options: SiteOptions = {}): Promise<FaultyPage> {
    const destinations = [OTHER_DESTINATION, ...(options.destinations ?? [])]
    const page = new FaultyPage(await openSite(browser, { ...options, destinations }))
    await page.frame.evaluate(startRecording)
    return page
  }

  /** Allows a problem that the browser or the page reports itself, such as a failed request. */
  expectProblem(pattern: RegExp): void {
    this.expectedProblems.push(pattern)
  }

  /** Expects this many events in addition to the visit. */
  expectExtraEvents(count: number): void {
    this.extraEvents = count
  }

  expectCallsPerEvent(count: number): void {
    this.callsPerEvent = count
  }

  /** Expects that analytics.js does not load: the page sends only these requests, and sets nothing. */
  expectOnlyRequests(...urls: string[]): void {
    this.allowedRequests = urls
  }

  /** Expects that no later event reaches Segment or any destination. */
  expectNoLaterEvents(): void {
    this.stoppedAfter = this.made.length
  }

  /** The names of InMoment's globals on the page. */
  async getWootricGlobals(): Promise<string[]> {
    return this.site.page.evaluate(() => Object.keys(window).filter((name) => /wootric/i.test(name)))
  }

  /** Makes the events of these steps when analytics.js is ready, without waiting between them. */
  async makeEvents(steps: readonly number[] = ALL_STEPS): Promise<void> {
    await waitForAnalytics(this.frame)
    await this.makeEarlyEvents(steps)
  }

  /** Makes the events of these steps. Before analytics.js is ready, the page must have Segment's package to queue them. */
  async makeEarlyEvents(steps: readonly number[] = ALL_STEPS): Promise<void> {
    const made = VISIT.filter((_, step) => steps.includes(step))
    this.made.push(...made)
    await this.frame.evaluate(
      makeCalls,
      made.map(({ call }) => call)
    )
  }

  /** Makes all events of the visit, and expects that each is delivered in order and without a warning. */
  async expectVisitDelivered(): Promise<void> {
    await this.makeEvents()
    expect(await this.getLogs()).toEqual([])
    expect(await this.getSentSteps()).toEqual(ALL_STEPS)
  }

  /** The steps of the events that the beacon received, in its order. */
  async getSentSteps(): Promise<(number | undefined)[]> {
    return (await getBeaconCalls(this.frame)).map(getStep)
  }

  /** Waits until the beacon has received this many commands. */
  async waitForCalls(count: number): Promise<void> {
    await this.frame.waitForFunction(
      (count) => ((window as { beaconCalls?: unknown[] }).beaconCalls?.length ?? 0) >= count,
      count
    )
  }

  /** Waits until `analytics.ready()` runs its callback. */
  async waitForReady(): Promise<void> {
    await this.frame.waitForFunction(() => (window as unknown as RecordingWindow).isReady)
  }

  /** Waits until the beacon's script has run, with any result. */
  async waitForBeaconScript(): Promise<void> {
    await this.frame.waitForFunction(() => (window as unknown as RecordingWindow).hasRunBeacon)
  }

  /** Waits until all events of the page are settled: delivered, failed, or queued for the beacon. */
  async waitForEvents(): Promise<void> {
    await this.frame.waitForFunction(
      (count) => (window as unknown as RecordingWindow).settled === count,
      this.made.length
    )
  }

  /** The warnings and errors of the page's events, once all are settled. */
  async getLogs(): Promise<string[]> {
    return (await this.readLogs()).map(({ text }) => text)
  }

  /** Expects that exactly these events fail, immediately or later, with this cause and without a command. */
  async expectFailures(steps: readonly number[], cause: string): Promise<void> {
    const failures = (await this.readLogs()).filter(
      ({ text }) => text.startsWith('error') || text.startsWith(LATE_FAILURE)
    )
    expect(failures.map(({ step }) => step).sort()).toEqual(steps)
    expect(failures.filter(({ text }) => !text.includes(cause))).toEqual([])
    expect((await this.getSentSteps()).filter((step) => step !== undefined && steps.includes(step))).toEqual([])
  }

  /** Expects that exactly these events are logged as queued, and that nothing else is logged. */
  async expectQueued(steps: readonly number[]): Promise<void> {
    const logs = await this.readLogs()
    expect(logs.filter(({ text }) => !text.startsWith(QUEUED))).toEqual([])
    expect(logs.map(({ step }) => step).sort()).toEqual(steps)
  }

  private async readLogs(): Promise<Log[]> {
    await this.waitForEvents()
    return this.frame.evaluate(() => (window as unknown as RecordingWindow).logs)
  }

  /**
   * Expects that Segment and the other destination receive every event, that the page has no error, that no personal
   * value is logged, and that the beacon never receives events in another order or with another user.
   */
  async expectNoHarm(): Promise<void> {
    const { problems } = this.site
    if (this.allowedRequests) return this.expectNothingSet(this.allowedRequests)
    const logs = await this.getLogs()
    await this.waitForReady()

    const names = this.made
      .slice(0, this.stoppedAfter)
      .map(({ call: [type, name] }) => (type === 'track' ? String(name) : type))
      .sort()
    for (const events of [await this.getOtherEvents(), await this.getSegmentEvents(names.length + this.extraEvents)]) {
      expect(events).toHaveLength(names.length + this.extraEvents)
      if (this.extraEvents === 0) expect(events.map(getName).sort()).toEqual(names)
    }
    expect(problems.filter((problem) => !this.expectedProblems.some((expected) => expected.test(problem)))).toEqual([])
    const metrics = this.site.segmentRequests.filter(({ type }) => !type).map((request) => JSON.stringify(request))
    expect([...problems, ...logs, ...metrics].filter((text) => PERSONAL.test(text))).toEqual([])
    expectOrderAndUsers(await getBeaconCalls(this.frame), this.callsPerEvent)
  }

  /** Checks this page, and opens the next. `leave` runs on this page last. */
  async openNextPage(leave?: () => void): Promise<void> {
    await this.expectNoHarm()
    if (leave) await this.frame.evaluate(leave)
    this.made.length = 0
    this.site.segmentRequests.length = 0
    await this.site.page.goto(SITE_URL)
    await this.frame.evaluate(startRecording)
  }

  private async expectNothingSet(allowedRequests: string[]): Promise<void> {
    const { problems, requests } = this.site
    expect(requests.filter((url) => !url.startsWith(SITE_URL))).toEqual(allowedRequests)
    expect(await this.getWootricGlobals()).toEqual([])
    expect(problems).toEqual([])
  }

  private getOtherEvents(): Promise<SegmentEvent[]> {
    return this.frame.evaluate(() => (window as unknown as RecordingWindow).otherEvents ?? [])
  }

  /** Segment's retries of failed requests take some seconds. */
  private async getSegmentEvents(count: number): Promise<SegmentEvent[]> {
    // Requests without a type are Segment's own metrics.
    const getEvents = () => (this.site.segmentRequests as unknown as SegmentEvent[]).filter(({ type }) => type)
    for (let time = 0; time < 10_000 && getEvents().length < count; time += 50) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return getEvents()
  }

  close(): Promise<void> {
    return this.site.close()
  }
}

function getName({ type, event }: SegmentEvent): string {
  return type === 'track' ? (event ?? '') : type
}

/** The step of a command's event, as the mappings have passed it on. */
function getStep({ command, settings }: BeaconCall): number | undefined {
  const values = { run: settings.properties, page: settings.page_info, group: settings.group_info }[command]
  return values?.step as number | undefined
}

function expectOrderAndUsers(calls: BeaconCall[], callsPerEvent: number): void {
  const steps = calls.map(getStep).filter((step) => step !== undefined)
  const inOrder = [...new Set(steps)].sort((one, other) => one - other)
  expect(steps).toEqual(inOrder.flatMap((step) => Array<number>(callsPerEvent).fill(step)))
  for (const call of calls.filter((call) => getStep(call) !== undefined)) {
    const userIds = JSON.stringify(call.settings).match(/(ann-7731|bob-4452)/g) ?? ['no user']
    expect({ command: call.command, userIds }).toEqual({
      command: call.command,
      userIds: userIds.map(() => VISIT[getStep(call) ?? NaN]?.userId)
    })
  }
}

/** Runs in the page: makes the calls, and counts those that resolve. */
function makeCalls(calls: Call[]): void {
  const page = window as unknown as RecordingWindow
  for (const [method, ...values] of calls) {
    void Promise.resolve(page.analytics[method]?.(...values)).then(() => (page.settled += 1))
  }
}
