import fc from 'fast-check'
import { getRuns } from '../support/random-runs'
import { ModelApp } from './support/model-app'
import type { Setup, Step } from './support/model-app'
import { useFakeTime } from './support/time'

useFakeTime()

const isAwaited = fc.boolean()

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('identify'),
      userId: fc.constantFrom(undefined, 'ann', 'bob', 'bob', 'cem', ''),
      traits: fc.subarray(['email', 'plan', 'phone']),
      isAwaited
    })
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('track' as const, 'showSurvey' as const), isAwaited }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reset'), isNewVisitor: fc.boolean(), isAwaited }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('alias'), userId: fc.constantFrom('dan', 'eva'), isAwaited }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), duration: fc.constantFrom(1, 40, 300, 1_500) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause'), duration: fc.constantFrom(50, 3_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart') }) }
)

const setup: fc.Arbitrary<Setup> = fc.record({
  enrichments: fc.array(fc.constantFrom(0, 0, 0, 30, 500, 1_300, 'drop'), { maxLength: 7 }),
  readyDelay: fc.constantFrom(0, 200),
  mayShowDelay: fc.constantFrom(undefined, 100),
  restoreUser: fc.boolean()
})

it('no survey has values of another person', async () => {
  let surveyCount = 0
  await fc.assert(
    fc.asyncProperty(setup, fc.array(step, { maxLength: 25, size: 'max' }), async (choice, steps) => {
      const app = new ModelApp(choice)
      await app.run(steps)
      surveyCount += app.surveyCount
      expect(app.wrong).toEqual([])
      const { survey, email } = await app.getFinalSurvey()
      expect(survey).toMatchObject({ email, properties: {} })
    }),
    { numRuns: getRuns(100) }
  )
  expect(surveyCount).toBeGreaterThan(getRuns(100))
})
