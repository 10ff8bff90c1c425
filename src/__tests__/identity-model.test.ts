import fc from 'fast-check'
import type { BeaconCall } from '../../test/support/fake-beacon'
import { ModelSite, type Setup, type Step } from '../../test/support/model-site'
import { callNumbersIn } from '../../test/support/people'

const identify: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('identify'),
  userId: fc.constantFrom(undefined, 'ann', 'bob'),
  says: fc.subarray(['email', 'language', 'plan']),
  withheld: fc.constantFrom(undefined, undefined, undefined, 'name', 'All')
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: identify },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('track', 'page', 'group') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('reset', 'wait', 'write') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('load'), isRendered: fc.boolean() }) }
)

const setup: fc.Arbitrary<Omit<Setup, 'way'>> = fc.record({
  instances: fc.constantFrom('one', 'two at one analytics.js', 'two analytics.js'),
  ids: fc.constantFrom('time', 'hash', 'own'),
  beaconDelay: fc.constantFrom(0, 20),
  deletesEmail: fc.boolean()
})

function expectOnePerson(call: BeaconCall, { people }: ModelSite): void {
  expect(people.peopleIn(call)).toHaveLength(1)
  expect(people.withheldIn(call)).toEqual([])
}

/** No value of an event that was made before a reset may be in a command after it. */
function expectNothingFromBefore({ resets, beacon }: ModelSite): void {
  for (const { commands, number } of resets) {
    for (const call of beacon.calls.slice(commands)) {
      for (const found of callNumbersIn(call)) expect(found).toBeGreaterThan(number)
    }
  }
}

/** Only events that a reset has overtaken may be missing. Two sources have no common order. */
function expectAllEvents({ made, madeSinceReset, resets, beacon }: ModelSite, { instances }: Partial<Setup>): void {
  const isOrdered = instances !== 'two analytics.js'
  const order = (commands: string[]): string[] => (isOrdered ? commands : [...commands].sort())
  const expected = resets.length === 0 ? made : madeSinceReset
  const { commands } = beacon
  expect(order(commands.slice(commands.length - expected.length))).toEqual(order(expected))
  if (resets.length === 0) expect(commands).toHaveLength(made.length)
}

it.each(['factory', 'register'] as const)(
  'no command shows values of two people, withheld values, or values from before a reset (%s)',
  async (way) => {
    await fc.assert(
      fc.asyncProperty(setup, fc.array(step, { maxLength: 25, size: 'max' }), async (choice, steps) => {
        const site = new ModelSite({ way, ...choice })
        await site.play(steps)
        for (const call of site.beacon.calls) {
          expectOnePerson(call, site)
          // What the page writes itself is in capital letters.
          if (choice.deletesEmail) expect(call.settings.email ?? '').toMatch(/^([A-Z]+\d*@example\.com)?$/)
        }
        expectNothingFromBefore(site)
        expectAllEvents(site, choice)
      }),
      { numRuns: 100 }
    )
  }
)
