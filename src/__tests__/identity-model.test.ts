import type { Analytics } from '@segment/analytics-next'
import fc from 'fast-check'
import type { BeaconCommand } from '../destinations/inmoment/wootric/types'
import { FakeBeacon, type BeaconCall } from './support/fake-beacon'
import { freshPage, loadPage, loadWithFactory, registerPlugins } from './support/page'

type CallStep =
  | { kind: 'identify'; userId?: 'ann' | 'bob'; says: ('email' | 'language' | 'plan')[] }
  | { kind: 'track' | 'page' | 'group' }

type Step = CallStep | { kind: 'reset' } | { kind: 'wait' } | { kind: 'load' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('identify' as const),
      userId: fc.constantFrom(undefined, 'ann' as const, 'bob' as const),
      says: fc.subarray(['email' as const, 'language' as const, 'plan' as const])
    })
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('track' as const, 'page' as const, 'group' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('reset' as const, 'wait' as const, 'load' as const) }) }
)

/**
 * Who is in front of the page, told by the calls alone. Each call puts its maker's name into all that it says. A visitor
 * has a number until an identify gives the name.
 */
class Visitors {
  private readonly names = new Map<string, string>()
  private visitor = 1
  private userId?: string

  get current(): string {
    return this.userId ?? `visitor${this.visitor}`
  }

  identify(userId: string | undefined): void {
    if (!userId || userId === this.userId) return
    if (this.userId) this.visitor += 1
    else this.names.set(this.current, userId)
    this.userId = userId
  }

  leave(): void {
    this.visitor += 1
    this.userId = undefined
  }

  /** The name by which a visitor came to be known, if at all. */
  known(maker: string): string {
    return this.names.get(maker) ?? maker
  }
}

function makeCall(analytics: Analytics, step: CallStep, visitors: Visitors): Promise<unknown> {
  switch (step.kind) {
    case 'identify': {
      visitors.identify(step.userId)
      const maker = visitors.current
      const values = { email: `${maker}@example.com`, language: maker, plan: maker }
      const traits = { maker, ...Object.fromEntries(step.says.map((key) => [key, values[key]])) }
      return step.userId ? analytics.identify(step.userId, traits) : analytics.identify(traits)
    }
    case 'track':
      return analytics.track(visitors.current, { basket: visitors.current })
    case 'page':
      return analytics.page({ title: visitors.current })
    case 'group':
      return analytics.group(visitors.current, { owner: visitors.current })
  }
}

/** Every name that the beacon could read, the page's only where it was told of the page. */
function makersIn({ command, settings }: BeaconCall): string[] {
  const {
    email,
    language,
    properties = {},
    event_name: eventName,
    group_info: group = {},
    page_info: page = {}
  } = settings
  const userId = ['ann', 'bob'].includes(settings.segment_user_id ?? '') ? [settings.segment_user_id] : []
  const names = [
    email?.replace('@example.com', ''),
    language,
    ...Object.values(properties),
    eventName,
    ...Object.values(group),
    command === 'page' ? page.title : undefined,
    ...userId
  ]
  return names.filter((name): name is string => typeof name === 'string')
}

const COMMANDS = { identify: 'run', track: 'run', page: 'page', group: 'group' } as const

const load = { factory: loadWithFactory, register: registerPlugins }

async function play(
  way: keyof typeof load,
  beaconDelay: number,
  steps: Step[]
): Promise<{ calls: BeaconCall[]; visitors: Visitors; made: BeaconCommand[]; madeSinceReset: BeaconCommand[] }> {
  freshPage()
  const beacon = new FakeBeacon()
  const visitors = new Visitors()
  const open = (): Promise<Analytics> => {
    loadPage()
    beacon.serve(beaconDelay)
    return load[way]()
  }
  let analytics = await open()
  let calls: Promise<unknown>[] = []
  const made: BeaconCommand[] = []
  let madeSinceReset: BeaconCommand[] = []

  for (const step of steps) {
    if (step.kind === 'reset') {
      analytics.reset()
      visitors.leave()
      madeSinceReset = []
      // So that what comes next is made in a later millisecond.
      await new Promise((resolve) => setTimeout(resolve, 2))
    } else if (step.kind === 'wait' || step.kind === 'load') {
      await Promise.all(calls)
      calls = []
      if (step.kind === 'load') analytics = await open()
    } else {
      calls.push(makeCall(analytics, step, visitors))
      made.push(COMMANDS[step.kind])
      madeSinceReset.push(COMMANDS[step.kind])
    }
  }
  await Promise.all(calls)
  return { calls: beacon.calls, visitors, made, madeSinceReset }
}

it.each(['factory', 'register'] as const)(
  'never lets the beacon read of two people at once, nor of anyone but the one who made the event (%s)',
  async (way) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 20),
        fc.array(step, { maxLength: 20, size: 'max' }),
        async (beaconDelay, steps) => {
          const { calls, visitors, made, madeSinceReset } = await play(way, beaconDelay, steps)
          for (const call of calls) {
            const people = new Set(makersIn(call).map((maker) => visitors.known(maker)))
            expect([...people]).toHaveLength(1)
          }
          const commands = calls.map(({ command }) => command)
          // Only what a reset has outrun may be missing.
          if (madeSinceReset.length > 0) expect(commands.slice(-madeSinceReset.length)).toEqual(madeSinceReset)
          if (!steps.some(({ kind }) => kind === 'reset')) expect(commands).toEqual(made)
        }
      ),
      { numRuns: 80 }
    )
  }
)
