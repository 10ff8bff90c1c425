import { readTrigger } from '../../cli/mapping-checks/read-trigger'
import { unmetConditions } from '../page/mappings/trigger'

function unmet(fql: string, event: Record<string, unknown>): string[] {
  const { trigger } = readTrigger(fql)
  if (!trigger) throw new Error(`${fql} cannot be read`)
  return unmetConditions(trigger, event)
}

describe('a trigger that does not match', () => {
  test.each([
    ['type = "track"', ['type = "track" (is "page")']],
    ['type = "page" and event = "A"', ['event = "A" (missing)']],
    ['event = "A" or event = "B"', ['event = "A" (missing) or event = "B" (missing)']],
    ['properties.plan = "pro"', ['properties.plan = "pro" (is "team")']],
    ['traits.email != null', ['traits.email exists (missing)']]
  ])('of %s names what is not met', (fql, expected) => {
    expect(unmet(fql, { type: 'page', properties: { plan: 'team' } })).toEqual(expected)
  })

  test('names nothing where it does fit', () => {
    expect(unmet('type = "page"', { type: 'page' })).toEqual([])
  })
})
