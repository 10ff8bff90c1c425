import fc from 'fast-check'
import { parseFql, validate } from '@segment/destination-subscriptions'
import { conditionLists, eventFor } from '../events-for-trigger'

function eventsFor(fql: string): object[] {
  return conditionLists(parseFql(fql)).map(eventFor)
}

it('derives an event for each alternative', () => {
  expect(eventsFor('type = "track" and (event = "A" or properties.user.plan = "pro")')).toEqual([
    { type: 'track', event: 'A' },
    { type: 'track', properties: { user: { plan: 'pro' } } }
  ])
})

it('derives no event from a trigger that is not valid', () => {
  expect(eventsFor('nonsense')).toEqual([])
})

it('derives events that the trigger matches, if each condition has its own field', () => {
  const operators = [
    ...['= "x"', '!= "x"', '= 5', '!= 5', '< 5', '<= 5', '> 5', '>= 5', '= true', '= false', '!= null', '= null'],
    ...['contains', 'match', '!contains', '!match']
  ]
  const fields = ['event', 'name', 'userId', 'properties.a', 'properties.__proto__.b', 'traits.a.b', 'context.page.url']
  const condition = (field: string, operator: string) => {
    if (operator.endsWith('contains')) return `${operator}(${field}, "x")`
    return operator.endsWith('match') ? `${operator}(${field}, "x*")` : `${field} ${operator}`
  }
  const conditions = fc
    .uniqueArray(fc.record({ field: fc.constantFrom(...fields), operator: fc.constantFrom(...operators) }), {
      selector: ({ field }) => field,
      minLength: 1
    })
    .map((list) => list.map(({ field, operator }) => condition(field, operator)))
  fc.assert(
    fc.property(conditions, fc.constantFrom('and', 'or'), (list, conditional) => {
      const trigger = parseFql(list.join(` ${conditional} `))
      // The parser reads some of these combinations as text.
      fc.pre(!('error' in trigger))
      const events = conditionLists(trigger).map(eventFor)
      expect(events.length).toBeGreaterThan(0)
      for (const event of events) expect(validate(trigger, event)).toBe(true)
    })
  )
})

it('limits the number of events', () => {
  const group = '(event = "A" or event = "B" or event = "C")'
  expect(eventsFor(Array<string>(10).fill(group).join(' and '))).toHaveLength(32)
})
