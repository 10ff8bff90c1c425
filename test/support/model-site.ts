import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins } from '../../src'
import type { BeaconCommand } from '../../src/destinations/inmoment/wootric/types'
import { FakeBeacon } from './fake-beacon'
import { ACCOUNT_TOKEN, freshPage, loadPage, loadWithFactory, registerPlugins } from './page'
import { People } from './people'

export type Step =
  | { kind: 'identify'; userId?: 'ann' | 'bob'; says: ('email' | 'language' | 'plan')[]; withheld?: 'name' | 'All' }
  | { kind: 'track' | 'page' | 'group' | 'reset' | 'wait' | 'write' }
  | { kind: 'load'; isRendered: boolean }

export interface Setup {
  way: 'factory' | 'register'
  instances: 'one' | 'two at one analytics.js' | 'two analytics.js'
  ids: 'time' | 'hash' | 'own'
  beaconDelay: number
  deletesEmail: boolean
}

const COMMANDS = { identify: 'run', track: 'run', page: 'page', group: 'group' } as const

/** A site that plays random steps, with a note of what each command may contain. */
export class ModelSite {
  readonly beacon = new FakeBeacon()
  readonly people = new People()
  made: BeaconCommand[] = []
  madeSinceReset: BeaconCommand[] = []
  /** At each reset: the number of commands until then, and that of the last call. */
  readonly resets: { commands: number; number: number }[] = []
  private sources: Analytics[] = []
  private pending: Promise<unknown>[] = []
  private number = 0
  /** Whether the page has written a user of its own. */
  private hasWritten = false

  constructor(private readonly setup: Setup) {
    freshPage()
  }

  async play(steps: Step[]): Promise<void> {
    await this.open()
    for (const step of steps) await this.take(step)
    await this.settle()
  }

  private async open(): Promise<void> {
    const { way, instances, beaconDelay, deletesEmail } = this.setup
    this.beacon.serve(beaconDelay)
    const load = way === 'factory' ? loadWithFactory : registerPlugins
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

  private async take(step: Step): Promise<void> {
    if (step.kind === 'reset') return this.reset()
    if (step.kind === 'wait') return this.settle()
    if (step.kind === 'write') {
      await this.settle()
      return this.writeUser()
    }
    if (step.kind === 'load') {
      await this.settle()
      loadPage()
      this.hasWritten = false
      if (step.isRendered) this.writeUser()
      return this.open()
    }
    if (step.kind !== 'identify') {
      const values = { title: this.people.current, owner: this.people.current, number: (this.number += 1) }
      return this.call(step.kind, values)
    }
    // A page whose server knows the user does not get another one without a logout. And after a change of user, two
    // analytics.js on one page may give the new user the former anonymous ID.
    const needsReset = this.hasWritten || this.setup.instances === 'two analytics.js'
    if (needsReset && this.people.isChange(step.userId)) this.reset()
    this.identify(step)
  }

  private identify({ userId, says, withheld }: Extract<Step, { kind: 'identify' }>): void {
    this.people.identify(userId)
    this.number += 1
    const value = withheld ? `${this.people.current}~${this.number}` : this.people.current
    const values = { email: `${value}@example.com`, language: value, plan: value }
    const traits = { maker: value, number: this.number, ...Object.fromEntries(says.map((key) => [key, values[key]])) }
    if (withheld) this.people.withhold(value)
    else this.people.deliver()
    this.call('identify', traits, userId, withheld)
  }

  private call(
    kind: keyof typeof COMMANDS,
    values: Record<string, unknown>,
    userId?: string,
    withheld?: 'name' | 'All'
  ): void {
    const source = this.sources[this.number % this.sources.length]
    if (!source) throw new Error('the page is not open')
    const name = withheld === 'name' ? 'InMoment (Actions)' : 'All'
    const options = { ...this.messageId(), ...(withheld && { integrations: { [name]: false } }) }
    const { current } = this.people
    const calls = {
      identify: () => (userId ? source.identify(userId, values, options) : source.identify(values, options)),
      track: () => source.track(current, values, options),
      page: () => source.page(current, values, options),
      group: () => source.group(current, values, options) as Promise<unknown>
    }
    this.pending.push(calls[kind]())
    if (withheld) return
    this.made.push(COMMANDS[kind])
    this.madeSinceReset.push(COMMANDS[kind])
  }

  private messageId(): { messageId?: string } {
    if (this.setup.ids === 'time') return {}
    return { messageId: this.setup.ids === 'hash' ? `ajs-next-${this.number}`.padEnd(41, 'a') : `event-${this.number}` }
  }

  private reset(): void {
    for (const source of this.sources) source.reset()
    this.people.leave()
    this.hasWritten = false
    this.madeSinceReset = []
    this.resets.push({ commands: this.beacon.calls.length, number: this.number })
  }

  /** The page's server, or its own scripts, write the current user. */
  private writeUser(): void {
    const { current } = this.people
    const user = { email: `${current.toUpperCase()}@example.com`, external_id: current, properties: { role: current } }
    window.wootricSettings = Object.assign(window.wootricSettings ?? {}, user)
    this.hasWritten = true
  }

  private async settle(): Promise<void> {
    await Promise.all(this.pending.splice(0))
  }
}
