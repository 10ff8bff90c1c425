import type { Browser, Frame } from 'playwright-core'
import {
  analyticsReady,
  callsIn,
  openSite,
  SITE,
  type BeaconCall,
  type Site,
  type SiteOptions
} from '../../support/site'
import { LEDGER } from './ledger'
import { ALL_STEPS, PERSONAL, VISIT, type Call, type Step } from './visitor'

interface SegmentEvent {
  type: string
  event?: string
}

interface Log {
  /** The place of its event in the visit. */
  step?: number
  text: string
}

const QUEUED = 'warn InMoment: the event is queued until the beacon is ready'
const LATE_FAILURE = 'warn InMoment: the beacon is missing'

/** An event's context in analytics.js, as far as it is used. */
interface Context {
  event: { properties?: { step?: number }; traits?: { step?: number } }
  log: (level: string, message: string, extras?: object) => void
}

/** What the page keeps of the events that were made on it. */
interface Notes {
  analytics: Record<string, (...values: unknown[]) => unknown>
  logs: Log[]
  /** How many events analytics.js has settled. A queued event logs its result later. */
  settled: number
  /** Whether the beacon's script has run, successfully or not. */
  beaconHasRun?: boolean
  isReady?: boolean
  ledger?: SegmentEvent[]
}

/** A page with a fault, and with all that has to go on in spite of it. */
export class FaultyPage {
  private readonly made: Step[] = []
  private readonly expectedProblems: RegExp[] = []
  private ownEvents = 0
  private callsPerEvent = 1
  private silence?: { except: string[] }
  /** How many events were made before the site stopped analytics.js. */
  private stoppedAfter?: number
  /** Where the snippet is: the page itself, or the frame that has it. */
  private readonly frame: Frame

  private constructor(readonly site: Site) {
    this.frame = site.page.frames().at(-1) ?? site.page.mainFrame()
  }

  static async open(browser: Browser, options: SiteOptions = {}): Promise<FaultyPage> {
    const site = await openSite(browser, { ...options, destinations: [LEDGER, ...(options.destinations ?? [])] })
    const page = new FaultyPage(site)
    await page.frame.evaluate(listen)
    return page
  }

  /** What the browser itself says of a fault that is not the destination's, such as a request that failed. */
  expectProblem(pattern: RegExp): void {
    this.expectedProblems.push(pattern)
  }

  /** So many events are made by the row itself, beside the visit: of these, only the count is held against Segment. */
  expectOwnEvents(count: number): void {
    this.ownEvents = count
  }

  /** How often the site's own mappings have the beacon told of each event, where that is not once. */
  expectCallsPerEvent(count: number): void {
    this.callsPerEvent = count
  }

  /**
   * analytics.js itself must not come, and so no event is ever settled. In place of all else, nothing may leave the page
   * but these requests, and nothing be set on it.
   */
  expectSilence(...except: string[]): void {
    this.silence = { except }
  }

  /** The site stops analytics.js now: what is made from here on neither Segment nor any destination may get. */
  expectStopFromHere(): void {
    this.stoppedAfter = this.made.length
  }

  /** The names of the globals on the page that are InMoment's. */
  async wootricGlobals(): Promise<string[]> {
    return this.site.page.evaluate(() => Object.keys(window).filter((name) => /wootric/i.test(name)))
  }

  /** Makes these events of the visit, all of them if none is named, one right after the other. */
  async visit(steps: readonly number[] = ALL_STEPS): Promise<void> {
    await analyticsReady(this.frame)
    await this.visitEarly(steps)
  }

  /** Makes all events of the visit, and fails unless the beacon was told of each in order, without a warning. */
  async expectWholeVisit(): Promise<void> {
    await this.visit()
    expect(await this.logs()).toEqual([])
    expect(await this.toldSteps()).toEqual(ALL_STEPS)
  }

  /** Makes them without waiting for analytics.js, on a page that has Segment's package to keep them for it. */
  async visitEarly(steps: readonly number[] = ALL_STEPS): Promise<void> {
    const made = VISIT.filter((_, step) => steps.includes(step))
    this.made.push(...made)
    await this.frame.evaluate(
      makeCalls,
      made.map(({ call }) => call)
    )
  }

  /** The places of the events that the beacon was told of, in its order. */
  async toldSteps(): Promise<(number | undefined)[]> {
    return (await callsIn(this.frame)).map(stepOf)
  }

  /** Resolves once the beacon was told of so many events. */
  async waitForCalls(count: number): Promise<void> {
    await this.frame.waitForFunction(
      (count) => ((window as { beaconCalls?: unknown[] }).beaconCalls?.length ?? 0) >= count,
      count
    )
  }

  /** Resolves once analytics.js is ready. */
  async becomesReady(): Promise<void> {
    await this.frame.waitForFunction(() => (window as unknown as Notes).isReady)
  }

  /** Resolves once the beacon's script has run, whatever it defines. */
  async beaconHasRun(): Promise<void> {
    await this.frame.waitForFunction(() => (window as unknown as Notes).beaconHasRun)
  }

  /** Resolves once analytics.js has settled all events made on the page: delivered, failed, or queued for the beacon. */
  async settled(): Promise<void> {
    await this.frame.waitForFunction((count) => (window as unknown as Notes).settled === count, this.made.length)
  }

  /** The warnings and errors of the events made on the page, once all have been settled. */
  async logs(): Promise<string[]> {
    return (await this.readLogs()).map(({ text }) => text)
  }

  /** Fails unless exactly these events have failed, at once or after queuing, with this cause and without a command. */
  async expectFailures(steps: readonly number[], cause: string): Promise<void> {
    const failures = (await this.readLogs()).filter(
      ({ text }) => text.startsWith('error') || text.startsWith(LATE_FAILURE)
    )
    expect(failures.map(({ step }) => step).sort()).toEqual(steps)
    expect(failures.filter(({ text }) => !text.includes(cause))).toEqual([])
    expect((await this.toldSteps()).filter((step) => step !== undefined && steps.includes(step))).toEqual([])
  }

  /** Fails unless exactly these events are reported as queued, and nothing else is logged. */
  async expectQueued(steps: readonly number[]): Promise<void> {
    const logs = await this.readLogs()
    expect(logs.filter(({ text }) => !text.startsWith(QUEUED))).toEqual([])
    expect(logs.map(({ step }) => step).sort()).toEqual(steps)
  }

  private async readLogs(): Promise<Log[]> {
    await this.settled()
    return this.frame.evaluate(() => (window as unknown as Notes).logs)
  }

  /** Fails unless page, Segment and the other destination are unharmed, and no answer can be misfiled. */
  async expectUnharmed(): Promise<void> {
    const { problems } = this.site
    if (this.silence) return this.expectSilent(this.silence.except)
    const logs = await this.logs()
    await this.becomesReady()

    const names = this.made
      .slice(0, this.stoppedAfter)
      .map(({ call: [type, name] }) => (type === 'track' ? String(name) : type))
      .sort()
    for (const delivered of [await this.ledger(), await this.segmentEvents(names.length + this.ownEvents)]) {
      expect(delivered).toHaveLength(names.length + this.ownEvents)
      if (this.ownEvents === 0) expect(delivered.map(nameOf).sort()).toEqual(names)
    }
    expect(problems.filter((problem) => !this.expectedProblems.some((expected) => expected.test(problem)))).toEqual([])
    const metrics = this.site.segmentRequests.filter(({ type }) => !type).map((request) => JSON.stringify(request))
    expect([...problems, ...logs, ...metrics].filter((text) => PERSONAL.test(text))).toEqual([])
    expectOrderAndPersons(await callsIn(this.frame), this.callsPerEvent)
  }

  /** Goes to the visitor's next page, once all that must hold has been checked; `leave` happens on this one at its end. */
  async nextPage(leave?: () => void): Promise<void> {
    await this.expectUnharmed()
    if (leave) await this.frame.evaluate(leave)
    this.made.length = 0
    this.site.segmentRequests.length = 0
    await this.site.page.goto(SITE)
    await this.frame.evaluate(listen)
  }

  private async expectSilent(except: string[]): Promise<void> {
    const { problems, requests } = this.site
    expect(requests.filter((url) => !url.startsWith(SITE))).toEqual(except)
    expect(await this.wootricGlobals()).toEqual([])
    expect(problems).toEqual([])
  }

  private ledger(): Promise<SegmentEvent[]> {
    return this.frame.evaluate(() => (window as unknown as Notes).ledger ?? [])
  }

  /** What it could not send at once, Segment tries again some seconds later. */
  private async segmentEvents(count: number): Promise<SegmentEvent[]> {
    // Beside the events it sends figures about itself.
    const sent = () => (this.site.segmentRequests as unknown as SegmentEvent[]).filter(({ type }) => type)
    for (let wait = 0; wait < 10_000 && sent().length < count; wait += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return sent()
  }

  close(): Promise<void> {
    return this.site.close()
  }
}

function nameOf({ type, event }: SegmentEvent): string {
  return type === 'track' ? (event ?? '') : type
}

/** The place in the visit that the event has carried through mapping and settings. */
function stepOf({ command, settings }: BeaconCall): number | undefined {
  const carrier = { run: settings.properties, page: settings.page_info, group: settings.group_info }[command]
  return carrier?.step as number | undefined
}

function expectOrderAndPersons(calls: BeaconCall[], callsPerEvent: number): void {
  const steps = calls.map(stepOf).filter((step) => step !== undefined)
  const inOrder = [...new Set(steps)].sort((one, other) => one - other)
  expect(steps).toEqual(inOrder.flatMap((step) => Array<number>(callsPerEvent).fill(step)))
  for (const call of calls.filter((call) => stepOf(call) !== undefined)) {
    const named = JSON.stringify(call.settings).match(/(ann-7731|bob-4452)/g) ?? ['nobody']
    expect({ command: call.command, named }).toEqual({
      command: call.command,
      named: named.map(() => VISIT[stepOf(call) ?? NaN]?.person)
    })
  }
}

/** In the page: notes when analytics.js is ready, when the beacon's script has run, and what is logged of the events. */
function listen(): void {
  const notes = window as unknown as Notes
  notes.logs = []
  notes.settled = 0
  notes.analytics.ready?.(() => (notes.isReady = true))
  const noteScript = ({ target }: Event): void => {
    if (target instanceof HTMLScriptElement && target.src.includes('wootric')) notes.beaconHasRun = true
  }
  document.addEventListener('load', noteScript, { capture: true })

  const textOf = (value: unknown): string =>
    value instanceof Error ? `${value.name}: ${value.message}` : String(value)
  let isPatched = false
  // analytics.js gives each destination a context of its own and drops it: only the class sees all that is logged.
  notes.analytics.on?.('dispatch_start', (context: Context) => {
    if (isPatched) return
    isPatched = true
    const prototype = Object.getPrototypeOf(context) as Context
    const { log } = prototype
    prototype.log = function (level, message, extras) {
      const { traits, properties } = this.event
      const step = traits?.step ?? properties?.step
      const values = extras instanceof Error ? [extras] : Object.values(extras ?? {})
      if (level === 'warn' || level === 'error')
        notes.logs.push({ step, text: [level, message, ...values.map(textOf)].join(' ') })
      log.call(this, level, message, extras)
    }
  })
}

/** In the page: makes the calls, and counts those that analytics.js has settled. */
function makeCalls(calls: Call[]): void {
  const notes = window as unknown as Notes
  for (const [method, ...values] of calls) {
    void Promise.resolve(notes.analytics[method]?.(...values)).then(() => (notes.settled += 1))
  }
}
