import type { BeaconCall } from '../../support/site'
import type { Log } from '../../support/recording'
import type { Tab } from './engine'
import type { RecordedPage } from './recorded-page'
import { waitUntil } from './wait-until'

/** Runs in the page, and cannot use anything outside of itself. Its arguments and its result are JSON. */
type PageFunction<Args extends unknown[], Result> = (...args: Args) => Result | Promise<Result>

/** A tab with a page of the site. */
export class EnginePage {
  constructor(private readonly tab: Tab) {}

  open(url: string): Promise<void> {
    return this.tab.open(url)
  }

  /** Runs a function in the page, and waits for its result. */
  async run<Args extends unknown[], Result>(run: PageFunction<Args, Result>, ...args: Args): Promise<Result> {
    const text = `async (json) => JSON.stringify(await (${run.toString()})(...JSON.parse(json)))`
    const json = await this.tab.run(text, JSON.stringify(args))
    return (typeof json === 'string' ? JSON.parse(json) : undefined) as Result
  }

  close(): Promise<void> {
    return this.tab.close()
  }

  /** Waits until a function in the page returns true. */
  async waitFor<Args extends unknown[]>(condition: PageFunction<Args, boolean>, ...args: Args): Promise<void> {
    let result: unknown
    await waitUntil(
      // While the tab opens another page, it runs nothing.
      async () => (result = await this.run(condition, ...args).catch((error: unknown) => error)),
      () => `${condition.toString()} returned ${String(result)}`
    )
  }

  /** Waits until analytics.js accepts events on the page. */
  waitForAnalytics(): Promise<void> {
    return this.waitFor(() => Boolean((window as { analytics?: { initialized?: boolean } }).analytics?.initialized))
  }

  /** Runs a function when analytics.js accepts events. */
  async call<Args extends unknown[]>(run: PageFunction<Args, unknown>, ...args: Args): Promise<void> {
    await this.waitForAnalytics()
    await this.run(run, ...args)
  }

  /** Waits until the beacon has received this many commands. */
  waitForCalls(count: number): Promise<void> {
    return this.waitFor((count) => ((window as { beaconCalls?: unknown[] }).beaconCalls?.length ?? 0) >= count, count)
  }

  /** The commands that the beacon received on the page. */
  getBeaconCalls(): Promise<BeaconCall[]> {
    return this.run(() => (window as { beaconCalls?: BeaconCall[] }).beaconCalls ?? [])
  }

  /** Waits until the page's events have this many warnings and errors with a text. */
  waitForLogs(count: number, text: string): Promise<void> {
    return this.waitFor(
      (count, text) =>
        (window as unknown as RecordedPage).logs.filter((log) => log.text.includes(text)).length >= count,
      count,
      text
    )
  }

  /** The warnings and errors of the page's events. */
  async getLogs(): Promise<string[]> {
    const logs: Log[] = await this.run(() => (window as unknown as RecordedPage).logs)
    return logs.map(({ text }) => text)
  }

  /** The uncaught errors of all pages in the tab. */
  async getProblems(): Promise<string[]> {
    const problems = await this.run(() => (window as unknown as RecordedPage).problems)
    return [...problems, ...this.tab.errors]
  }

  /** Goes back to a page that the browser has kept. Throws if the browser loads the page again. */
  async goBack(): Promise<void> {
    await this.run(() => void setTimeout(() => history.back()))
    await this.waitFor(() => (window as unknown as RecordedPage).shows.length === 2)
  }
}
