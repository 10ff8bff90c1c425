import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import type { BeaconCommand } from '../../../src/destinations/inmoment/wootric/types'
import { errorMessage } from '../mapping-checks/error-message'
import { settingsOf } from './page'
import { settingsChanges, type SettingsChange } from './settings-changes'

/** One mapping that an event matched, and what came of it. */
export interface Invocation {
  subscription: string
  action: string
  payload: unknown
  commands: BeaconCommand[]
  settings: SettingsChange[]
  /** Why the action failed, where it did. */
  error?: string
}

type Definition = typeof destination
type Action = Definition['actions'][string]

/** Looks on as the runtime performs the actions, which run as they are. */
export class Observer {
  /** The destination, watched. */
  readonly definition: Definition
  private invocations: Invocation[] = []
  private running?: Invocation

  /** Where `withSettings` is false, nobody reads which settings changed, and it is not looked at. */
  constructor(
    private readonly subscriptions: Subscription[],
    private readonly withSettings: boolean
  ) {
    const actions = Object.entries(destination.actions)
    this.definition = {
      ...destination,
      actions: Object.fromEntries(actions.map(([key, action]) => [key, this.observed(key, action)]))
    }
  }

  /** What the beacon was told belongs to the action that is running. */
  noteCommand(command: BeaconCommand): void {
    this.running?.commands.push(command)
  }

  /** The invocations since the last call. */
  take(): Invocation[] {
    const { invocations } = this
    this.invocations = []
    return invocations
  }

  private observed(key: string, action: Action): Action {
    return {
      ...action,
      perform: async (client, data) => {
        const invocation: Invocation = {
          subscription: this.nameOf(key, data.mapping),
          action: key,
          payload: data.payload,
          commands: [],
          settings: []
        }
        this.invocations.push(invocation)
        this.running = invocation
        const before = this.withSettings ? settingsOf(window) : undefined
        // All that an action does happens at once, since the beacon is there: no other action runs in between.
        const performed = Promise.resolve(action.perform(client, data))
        if (before) invocation.settings = settingsChanges(before, settingsOf(window))
        this.running = undefined
        await performed.catch((error: unknown) => {
          invocation.error = errorMessage(error)
        })
      }
    }
  }

  /** The runtime hands over the very mapping of the subscription. */
  private nameOf(key: string, mapping: unknown): string {
    return this.subscriptions.find((subscription) => subscription.mapping === mapping)?.name ?? key
  }
}
