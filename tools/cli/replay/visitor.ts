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

/** A visitor with their own page, on which the destination runs as in a browser. */
export class Visitor {
  private userId?: string | null
  private anonymousId?: string | null
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
