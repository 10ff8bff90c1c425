import { parseTrigger } from '../../cli/mapping-checks/parse-trigger'
import { findUnmetConditions } from '../page/mappings/unmet-conditions'

function findUnmet(fql: string, event: Record<string, unknown>): string[] {
  const { trigger } = parseTrigger(fql)
  if (!trigger) throw new Error(`The trigger ${fql} is not valid.`)
  return findUnmetConditions(trigger, event)
}

test.each([
  ['type = "track"', ['type = "track" (actual: "page")']],
  ['type = "page" and event = "A"', ['event = "A" (missing)']],
  ['event = "A" or event = "B"', ['event = "A" (missing) or event = "B" (missing)']],
  ['properties.plan = "pro"', ['properties.plan = "pro" (actual: "team")']],
  ['traits.email != null', ['traits.email exists (missing)']]
])('describes the unmet conditions of %s', (fql, expected) => {
  expect(findUnmet(fql, { type: 'page', properties: { plan: 'team' } })).toEqual(expected)
})

test('describes nothing if the trigger matches', () => {
  expect(findUnmet('type = "page"', { type: 'page' })).toEqual([])
})
