import type { Browser } from 'playwright-core'
import { analyticsReady, openSite, type BeaconCall, type Site, type SiteOptions } from '../../src/__tests__/support/site'
import { LEDGER } from './ledger'
import { ALL_STEPS, PERSONAL, VISIT, type Call, type Step } from './visitor'

interface Event {
  type: string
  event?: string
}

/** What the page keeps of the events that were made on it. */
interface Notes {
  analytics: Record<string, (...values: unknown[]) => unknown>
  logs: string[]
  /** How many of them have been delivered or have failed. */
  settled: number
  isReady?: boolean
  ledger?: Event[]
}

/** A page with a fault, and with all that has to go on in spite of it. */
export class FaultyPage {
  private readonly made: Step[] = []
  private readonly expectedProblems: RegExp[] = []

  private constructor(readonly site: Site) {}

  static async open(browser: Browser, options: SiteOptions = {}): Promise<FaultyPage> {
    const site = await openSite(browser, { ...options, destinations: [LEDGER, ...(options.destinations ?? [])] })
    await site.page.evaluate(listen)
    return new FaultyPage(site)
  }

  /** What the browser itself says of a fault that is not the destination's, such as a request that failed. */
  expectProblem(pattern: RegExp): void {
    this.expectedProblems.push(pattern)
  }

  /** Makes these events of the visit, all of them if none is named, one right after the other, once analytics.js takes them. */
  async visit(steps: readonly number[] = ALL_STEPS): Promise<void> {
    const made = VISIT.filter((_, step) => steps.includes(step))
    this.made.push(...made)
    await analyticsReady(this.site.page)
    await this.site.page.evaluate(
      makeCalls,
      made.map(({ call }) => call)
    )
  }

  /** The places of the events that the beacon was told of, in its order. */
  async toldSteps(): Promise<(number | undefined)[]> {
    return (await this.site.beaconCalls()).map(stepOf)
  }

  /** Resolves once the beacon was told of so many events. */
  async waitForCalls(count: number): Promise<void> {
    await this.site.page.waitForFunction(
      (count) => ((window as { beaconCalls?: unknown[] }).beaconCalls?.length ?? 0) >= count,
      count
    )
  }

  /** The warnings and errors of the events made on the page, once they have all been delivered or have failed. */
  async logs(): Promise<string[]> {
    await this.site.page.waitForFunction((count) => (window as unknown as Notes).settled === count, this.made.length)
    return this.site.page.evaluate(() => (window as unknown as Notes).logs)
  }

  /** Fails unless page, Segment and the other destination are unharmed, and no answer can be misfiled. */
  async expectUnharmed(): Promise<void> {
    const { page, problems, segmentRequests } = this.site
    const logs = await this.logs()
    await page.waitForFunction('window.isReady')
    const names = this.made.map(({ call: [type, name] }) => (type === 'track' ? String(name) : type)).sort()

    const ledger = await page.evaluate(() => (window as unknown as Notes).ledger ?? [])
    expect(ledger.map(nameOf).sort()).toEqual(names)
    expect((segmentRequests as unknown as Event[]).map(nameOf).sort()).toEqual(names)
    expect(problems.filter((problem) => !this.expectedProblems.some((expected) => expected.test(problem)))).toEqual([])
    expect([...problems, ...logs].filter((text) => PERSONAL.test(text))).toEqual([])
    expectOrderAndPersons(await this.site.beaconCalls())
  }

  close(): Promise<void> {
    return this.site.close()
  }
}

function nameOf({ type, event }: Event): string {
  return type === 'track' ? (event ?? '') : type
}

/** The place in the visit that the event has carried through mapping and settings. */
function stepOf({ command, settings }: BeaconCall): number | undefined {
  const carrier = { run: settings.properties, page: settings.page_info, group: settings.group_info }[command]
  return carrier?.step as number | undefined
}

function expectOrderAndPersons(calls: BeaconCall[]): void {
  const steps = calls.map((call) => stepOf(call) ?? NaN)
  expect(steps).toEqual([...new Set(steps)].sort((one, other) => one - other))
  for (const call of calls) {
    const named = JSON.stringify(call.settings).match(/(ann-7731|bob-4452)/g) ?? []
    expect({ command: call.command, named }).toEqual({
      command: call.command,
      named: named.map(() => VISIT[stepOf(call) ?? NaN]?.person)
    })
  }
}

/** In the page: notes when analytics.js is ready. */
function listen(): void {
  const notes = window as unknown as Notes
  notes.logs = []
  notes.settled = 0
  notes.analytics.ready?.(() => (notes.isReady = true))
}

/** In the page: makes the calls, and keeps the warnings and errors of their contexts. */
function makeCalls(calls: Call[]): void {
  interface Context {
    logs?: () => { level: string; message: string; extras?: Record<string, unknown> }[]
  }
  const notes = window as unknown as Notes
  const told = (value: unknown): string => (value instanceof Error ? `${value.name}: ${value.message}` : String(value))
  for (const [method, ...values] of calls) {
    void Promise.resolve(notes.analytics[method]?.(...values)).then((context) => {
      notes.settled += 1
      for (const { level, message, extras = {} } of (context as Context).logs?.() ?? []) {
        if (level === 'warn' || level === 'error') {
          notes.logs.push([level, message, ...Object.values(extras).map(told)].join(' '))
        }
      }
    })
  }
}
