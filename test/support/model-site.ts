import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins } from '../../src'
import type { BeaconCommand } from '../../src/destinations/inmoment/wootric/types'
import { ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'
import { ServedBeacon } from './served-beacon'
import { ModelUsers } from './model-users'
import { loadWithFactory, registerPlugins } from './page'
import { reloadPage, resetPage } from '../../src/destinations/inmoment/test-support/reset-page'

export type Step =
  | { kind: 'identify'; userId?: 'ann' | 'bob'; traits: ('email' | 'language' | 'plan')[]; withheld?: 'name' | 'All' }
  | { kind: 'track' | 'page' | 'group' | 'reset' | 'wait' | 'setPageUser' }
  | { kind: 'load'; hasPageUser: boolean }

export interface Setup {
  loader: 'factory' | 'register'
  instances: 'one' | 'two at one analytics.js' | 'two analytics.js'
  messageIds: 'time' | 'hash' | 'own'
  /** In milliseconds, until the beacon's script arrives. Undefined if the page has the beacon already. */
  beaconDelay?: number
  deletesEmail: boolean
}

const COMMANDS = { identify: 'run', track: 'run', page: 'page', group: 'group' } as const

/** A site that runs random steps, and records which commands it expects. */
export class ModelSite {
  readonly beacon = new ServedBeacon()
  readonly users = new ModelUsers()
  expected: BeaconCommand[] = []
  expectedSinceReset: BeaconCommand[] = []
  /** At each reset: how many commands had been sent, and the number of the last call. */
  readonly resets: { commands: number; number: number }[] = []
  private sources: Analytics[] = []
  private pending: Promise<unknown>[] = []
  private number = 0
  /** Whether the page itself has set a user in `wootricSettings`. */
  private hasPageUser = false

  constructor(private readonly setup: Setup) {
    resetPage()
  }

  async run(steps: Step[]): Promise<void> {
    await this.open()
    for (const step of steps) await this.runStep(step)
    await this.waitForCalls()
  }

  private async open(): Promise<void> {
    const { loader, instances, beaconDelay, deletesEmail } = this.setup
    if (beaconDelay === undefined) this.beacon.install()
    else this.beacon.serve(beaconDelay)
    const load = loader === 'factory' ? loadWithFactory : registerPlugins
    const first = await load()
    if (instances === 'two at one analytics.js')
      await first.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
    this.sources = instances === 'two analytics.js' ? [first, await load()] : [first]
    if (!deletesEmail) return
    for (const source of this.sources) {
      await source.addSourceMiddleware(({ payload, next }) => {
        delete (payload.obj as { traits?: { email?: string } }).traits?.email
        next(payload)
      })
    }
  }

  private async runStep(step: Step): Promise<void> {
    if (step.kind === 'reset') return this.reset()
    if (step.kind === 'wait') return this.waitForCalls()
    if (step.kind === 'setPageUser') {
      await this.waitForCalls()
      return this.setPageUser()
    }
    if (step.kind === 'load') {
      await this.waitForCalls()
      reloadPage()
      this.hasPageUser = false
      if (step.hasPageUser) this.setPageUser()
      return this.open()
    }
    if (step.kind !== 'identify') {
      const values = { title: this.users.current, owner: this.users.current, number: (this.number += 1) }
      return this.call(step.kind, values)
    }
    // A page that sets a user has no other user without a logout. And after a change of user, two analytics.js on one
    // page may send the former anonymous ID with the new user.
    const needsReset = this.hasPageUser || this.setup.instances === 'two analytics.js'
    if (needsReset && this.users.isChange(step.userId)) this.reset()
    this.identify(step)
  }

  private identify({ userId, traits, withheld }: Extract<Step, { kind: 'identify' }>): void {
    this.users.identify(userId)
    this.number += 1
    const value = withheld ? `${this.users.current}~${this.number}` : this.users.current
    const values = { email: `${value}@example.com`, language: value, plan: value }
    const selected = Object.fromEntries(traits.map((key) => [key, values[key]]))
    if (withheld) this.users.withhold(value)
    else this.users.release()
    this.call('identify', { name: value, number: this.number, ...selected }, userId, withheld)
  }

  private call(
    kind: keyof typeof COMMANDS,
    values: Record<string, unknown>,
    userId?: string,
    withheld?: 'name' | 'All'
  ): void {
    const source = this.sources[this.number % this.sources.length]
    if (!source) throw new Error('The page is not open')
    const name = withheld === 'name' ? 'InMoment (Actions)' : 'All'
    const options = { ...this.createMessageId(), ...(withheld && { integrations: { [name]: false } }) }
    const { current } = this.users
    const calls = {
      identify: () => (userId ? source.identify(userId, values, options) : source.identify(values, options)),
      track: () => source.track(current, values, options),
      page: () => source.page(current, values, options),
      group: () => source.group(current, values, options) as Promise<unknown>
    }
    this.pending.push(calls[kind]())
    if (withheld) return
    this.expected.push(COMMANDS[kind])
    this.expectedSinceReset.push(COMMANDS[kind])
  }

  private createMessageId(): { messageId?: string } {
    const { messageIds } = this.setup
    if (messageIds === 'time') return {}
    return { messageId: messageIds === 'hash' ? `ajs-next-${this.number}`.padEnd(41, 'a') : `event-${this.number}` }
  }

  private reset(): void {
    for (const source of this.sources) source.reset()
    this.users.reset()
    this.hasPageUser = false
    this.expectedSinceReset = []
    this.resets.push({ commands: this.beacon.calls.length, number: this.number })
  }

  /** Sets the current user in `wootricSettings`, as the page's server or its own scripts do. */
  private setPageUser(): void {
    const { current } = this.users
    const user = { email: `${current.toUpperCase()}@example.com`, external_id: current, properties: { role: current } }
    window.wootricSettings = Object.assign(window.wootricSettings ?? {}, user)
    this.hasPageUser = true
  }

  private async waitForCalls(): Promise<void> {
    await Promise.all(this.pending.splice(0))
  }
}
