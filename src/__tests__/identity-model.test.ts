import fc from 'fast-check'
import type { BeaconCall } from '../destinations/inmoment/test-support/fake-beacon'
import { ModelSite, type Setup, type Step } from '../../test/support/model-site'
import { getCallNumbers } from '../../test/support/model-users'
import { getRuns } from '../../test/support/random-runs'

const identify: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('identify'),
  userId: fc.constantFrom(undefined, 'ann', 'bob'),
  traits: fc.subarray(['email', 'language', 'plan']),
  withheld: fc.constantFrom(undefined, undefined, undefined, 'name', 'All')
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: identify },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('track', 'page', 'group') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('reset', 'wait', 'setPageUser') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('load'), hasPageUser: fc.boolean() }) }
)

const setup: fc.Arbitrary<Omit<Setup, 'loader'>> = fc.record({
  instances: fc.constantFrom('one', 'two at one analytics.js', 'two analytics.js'),
  messageIds: fc.constantFrom('time', 'hash', 'own'),
  beaconDelay: fc.constantFrom(undefined, 0, 20),
  deletesEmail: fc.boolean()
})

function expectOneUser(call: BeaconCall, { users }: ModelSite): void {
  expect(users.findUsers(call)).toHaveLength(1)
  expect(users.findWithheld(call)).toEqual([])
}

/** A command after a reset has no value of an event that was made before it. */
function expectNoEarlierValues({ resets, beacon }: ModelSite): void {
  for (const { commands, number } of resets) {
    for (const call of beacon.calls.slice(commands)) {
      for (const found of getCallNumbers(call)) expect(found).toBeGreaterThan(number)
    }
  }
}

/** Only events from before a reset may be missing. The order of events from two sources is not defined. */
function expectAllEvents(site: ModelSite, { instances }: Partial<Setup>): void {
  const { expected, expectedSinceReset, resets, beacon } = site
  const isOrdered = instances !== 'two analytics.js'
  const order = (commands: string[]): string[] => (isOrdered ? commands : [...commands].sort())
  const required = resets.length === 0 ? expected : expectedSinceReset
  const { commands } = beacon
  expect(order(commands.slice(commands.length - required.length))).toEqual(order(required))
  if (resets.length === 0) expect(commands).toHaveLength(expected.length)
}

it.each(['factory', 'register'] as const)(
  'no command has values of two users, withheld values, or values from before a reset (%s)',
  async (loader) => {
    await fc.assert(
      fc.asyncProperty(setup, fc.array(step, { maxLength: 25, size: 'max' }), async (choice, steps) => {
        const site = new ModelSite({ loader, ...choice })
        await site.run(steps)
        for (const call of site.beacon.calls) {
          expectOneUser(call, site)
          // Only the page's own email is in capital letters.
          if (choice.deletesEmail) expect(call.settings.email ?? '').toMatch(/^([A-Z]+\d*@example\.com)?$/)
        }
        expectNoEarlierValues(site)
        expectAllEvents(site, choice)
      }),
      { numRuns: getRuns(50) }
    )
  }
)
