import { Context, type Analytics, type Plugin } from '@segment/analytics-next'
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { getErrorMessage } from '../mapping-checks/error-message'
import type { ActionRecorder } from './action-recorder'
import { setPage, type Page } from './page'
import type { RecordedEvent } from './parse-event'

export interface ReplaySetup {
  settings: Settings
  subscriptions: Subscription[]
  recorder: ActionRecorder
}

const noop = () => undefined

/** In characters of events: measuring the state after each event would take too long. */
const MAX_UNMEASURED = 2_000
/** In characters: a page without values. */
const BASE_LENGTH = 20_000

/** A visitor with their own page, on which the destination runs as in a browser. */
export class Visitor {
  private userId?: string | null
  private anonymousId?: string | null
  private length = 0
  private unmeasured = 0
  private plugins: { action: string; plugin: Plugin }[] = []

  private constructor(private readonly page: Page) {}

  /** Creates a page on which the beacon and the destination have loaded. */
  static async create({ settings, subscriptions, recorder }: ReplaySetup): Promise<Visitor> {
    const page: Page = { wootric: (command) => recorder.addCommand(command), addEventListener: noop }
    const visitor = new Visitor(page)
    setPage(page)
    // A new object, because the destination distinguishes its instances by their settings.
    const plugins = generatePlugins(recorder.definition, { ...settings, subscriptions }, subscriptions)
    visitor.plugins = plugins.map((plugin) => ({ action: getAction(plugin.name), plugin }))
    for (const plugin of plugins) await plugin.load(Context.system(), visitor.createAnalytics())
    return visitor
  }

  /** Sends an event to these actions, like analytics.js. Returns the errors. The warnings are in the context. */
  async deliver(event: RecordedEvent, context: Context, actions: Set<string>): Promise<string[]> {
    this.updateIds(event)
    setPage(this.page)
    const errors: string[] = []
    for (const { action, plugin } of this.plugins) {
      if (!actions.has(action)) continue
      try {
        await plugin[event.type]?.(context)
      } catch (error) {
        errors.push(getErrorMessage(error))
      }
    }
    return errors
  }

  /**
   * Estimates the length of the visitor's state in characters, after an event of this length. Flattened names can make it
   * many times longer than the events. The destination keeps about three copies.
   */
  estimateLength(eventLength: number): number {
    this.unmeasured += eventLength
    if (this.unmeasured > MAX_UNMEASURED) {
      this.unmeasured = 0
      this.length = 3 * JSON.stringify(this.page.wootricSettings ?? {}).length
    }
    return BASE_LENGTH + this.length
  }

  /** analytics.js sets the IDs before it delivers an event. */
  private updateIds({ userId, anonymousId }: RecordedEvent): void {
    this.userId = userId ?? (this.anonymousId === anonymousId ? this.userId : undefined)
    this.anonymousId = anonymousId
  }

  /** The parts of analytics.js that the destination uses. Storage is off, because all visitors share one process. */
  private createAnalytics(): Analytics {
    const user = { id: () => this.userId, anonymousId: () => this.anonymousId }
    const options = { disableClientPersistence: true }
    return { on: noop, options, track: () => Promise.resolve(), user: () => user } as unknown as Analytics
  }
}

/** The runtime names a plugin after the destination and its action. */
function getAction(pluginName: string): string {
  return pluginName.slice(destination.name.length + 1)
}
