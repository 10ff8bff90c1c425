import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import type { BeaconCommand } from '../../../src/destinations/inmoment/wootric/types'
import { getErrorMessage } from '../mapping-checks/error-message'
import { compareSettings, type SettingsChange } from './compare-settings'
import { readSettings } from './page'

/** One mapping that matched an event, and what its action did. */
export interface Invocation {
  subscription: string
  action: string
  payload: unknown
  commands: BeaconCommand[]
  settings: SettingsChange[]
  /** If it requested a survey: the event name, and whether the user has an email. */
  request?: { eventName?: string; hasEmail: boolean }
  /** Why the action failed. */
  error?: string
}

type Definition = typeof destination
type Action = Definition['actions'][string]

/** Records what the actions do. It does not change how they run. */
export class ActionRecorder {
  /** The destination whose actions are recorded. */
  readonly definition: Definition
  private invocations: Invocation[] = []
  private running?: Invocation

  constructor(
    private readonly subscriptions: Subscription[],
    /** Whether to record payloads and changes of the settings, which takes time. The summary does not need them. */
    private readonly recordsDetails: boolean
  ) {
    const actions = Object.entries(destination.actions)
    this.definition = {
      ...destination,
      actions: Object.fromEntries(actions.map(([key, action]) => [key, this.wrap(key, action)]))
    }
  }

  /** Adds a command of the beacon to the action that is running. */
  addCommand(command: BeaconCommand): void {
    if (!this.running) return
    this.running.commands.push(command)
    if (command !== 'run') return
    const { event_name: eventName, email } = window.wootricSettings ?? {}
    this.running.request = { ...(eventName && { eventName }), hasEmail: Boolean(email) }
  }

  /** Returns the invocations since the last call. */
  takeInvocations(): Invocation[] {
    const { invocations } = this
    this.invocations = []
    return invocations
  }

  private wrap(key: string, action: Action): Action {
    return {
      ...action,
      perform: async (client, data) => {
        const invocation: Invocation = {
          subscription: this.getName(key, data.mapping),
          action: key,
          payload: this.recordsDetails ? data.payload : undefined,
          commands: [],
          settings: []
        }
        this.invocations.push(invocation)
        this.running = invocation
        const before = this.recordsDetails ? readSettings(window) : undefined
        // The beacon has loaded, so the action sets everything synchronously, before another action can run.
        const performed = Promise.resolve(action.perform(client, data))
        if (before) invocation.settings = compareSettings(before, readSettings(window))
        this.running = undefined
        await performed.catch((error: unknown) => {
          invocation.error = getErrorMessage(error)
        })
      }
    }
  }

  /** The runtime passes the same mapping object that the subscription has. */
  private getName(key: string, mapping: unknown): string {
    return this.subscriptions.find((subscription) => subscription.mapping === mapping)?.name ?? key
  }
}
