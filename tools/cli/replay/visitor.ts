import { Context, type Analytics, type Plugin } from '@segment/analytics-next'
import { generatePlugins } from '@segment/browser-destination-runtime/plugin'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { errorMessage } from '../mapping-checks/error-message'
import type { Observer } from './observer'
import { showPage, type Page } from './page'
import type { RecordedEvent } from './recorded-event'

export interface ReplaySetup {
  settings: Settings
  subscriptions: Subscription[]
  observer: Observer
}

const nothing = () => undefined

/** A visitor with a page of their own, where the destination runs as in a browser, with a state of its own. */
export class Visitor {
  private userId?: string | null
  private anonymousId?: string | null

  private constructor(
    private readonly page: Page,
    private readonly makePlugins: () => Plugin[],
    private plugins: { action: string; plugin: Plugin }[] = []
  ) {}

  /** Opens the page: the beacon is there, and the destination has started. */
  static async arrive({ settings, subscriptions, observer }: ReplaySetup): Promise<Visitor> {
    // Nothing ever happens to the page itself.
    const page: Page = { wootric: (command) => observer.noteCommand(command), addEventListener: nothing }
    const visitor = new Visitor(page, () =>
      // The destination distinguishes its instances by their settings.
      generatePlugins(observer.definition, { ...settings, subscriptions }, subscriptions)
    )
    showPage(page)
    visitor.plugins = visitor.makePlugins().map((plugin) => ({ action: actionIn(plugin.name), plugin }))
    for (const { plugin } of visitor.plugins) await plugin.load(Context.system(), visitor.analytics())
    return visitor
  }

  /** Gives the event to these actions, as analytics.js does; the context holds the warnings, the result the errors. */
  async deliver(event: RecordedEvent, context: Context, actions: Set<string>): Promise<string[]> {
    this.remember(event)
    showPage(this.page)
    const errors: string[] = []
    for (const { action, plugin } of this.plugins) {
      if (!actions.has(action)) continue
      try {
        await plugin[event.type]?.(context)
      } catch (error) {
        errors.push(errorMessage(error))
      }
    }
    return errors
  }

  /** As analytics.js does before it delivers an event. */
  private remember({ userId, anonymousId }: RecordedEvent): void {
    this.userId = userId ?? (this.anonymousId === anonymousId ? this.userId : undefined)
    this.anonymousId = anonymousId
  }

  /** What the destination uses of analytics.js. It stores nothing, since all visitors share the storage of one process. */
  private analytics(): Analytics {
    const user = { id: () => this.userId, anonymousId: () => this.anonymousId }
    const options = { disableClientPersistence: true }
    return { on: nothing, options, track: () => Promise.resolve(), user: () => user } as unknown as Analytics
  }
}

/** The runtime names a plugin by the destination and its action. */
function actionIn(pluginName: string): string {
  return pluginName.slice(destination.name.length + 1)
}
