import fc from 'fast-check'
import { checkTrigger } from '../trigger-problems'

it.each([
  ['type = "track"'],
  ['type="track" and event = "Order Completed"'],
  ['type = "track" AND (event = "A" or event = "B")'],
  ['!contains(event, "Order") and type = "track"'],
  ['properties.total >= 10'],
  ['event != "not in \'x\' == y"']
])('finds nothing wrong with %s', (fql) => {
  const { problems, meaning } = checkTrigger(fql)
  expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect(meaning).toBeUndefined()
})

it.each([
  [`type = 'track'`, `'track'`, 'Single quotes', `type = "'track'"`],
  ['type == "track"', '==', 'single =', 'type = "="'],
  ['event = Order Completed', 'Order Completed', 'double quotes', 'event = "Order"'],
  ['not type = "track"', 'not', 'ignores "not"', 'type = "track"'],
  ['!(type = "track")', '!', 'before a group', 'type = "track"'],
  ['type = "track" and', 'and', 'condition is missing', 'type = "track"'],
  ['event = "A" and event = "B" or event = "C"', 'or', 'parentheses', 'event = "A" or event = "B" or event = "C"'],
  ['type = "Track"', '"Track"', 'Did you mean "track"?', undefined],
  ['type = "screen"', '"screen"', 'do not reach', undefined]
])('warns about %s at its place, and says what Segment reads', (fql, place, message, meaning) => {
  const result = checkTrigger(fql)
  const [problem] = result.problems.filter(({ severity }) => severity !== 'note')
  expect(problem?.severity).not.toBe('note')
  expect(problem?.message).toContain(message)
  expect(fql.slice(problem?.start, problem?.end)).toBe(place)
  expect(result.meaning).toBe(meaning)
})

it.each([
  ['', '', 'empty'],
  ['event = "Order', '"Order', 'closing double quote'],
  ['type = “track”', '“', 'typographic'],
  ['type = "track" && event = "A"', '&&', 'Use "and"'],
  ['properties.total>=10', '>=', 'space'],
  ['trait.plan = "pro"', 'trait', 'Did you mean traits?'],
  ['anonymousId = "1"', 'anonymousId', 'ignores conditions on anonymousId'],
  ['type =', 'type =', 'value is missing']
])('reports the error in %j at its place', (fql, place, message) => {
  const [problem] = checkTrigger(fql).problems
  expect(problem?.severity).toBe('error')
  expect(problem?.message).toContain(message)
  expect(fql.slice(problem?.start, problem?.end)).toBe(place)
})

it('notes the limit of self-service plans from the third condition on', () => {
  const [note] = checkTrigger('type = "track" and (event = "A" or event = "B")').problems
  expect(note).toMatchObject({ severity: 'note', message: expect.stringContaining('2 conditions') as string })
})

it('never throws, and all places are inside the text', () => {
  const part = fc.constantFrom(
    'type',
    'event',
    '=',
    '!=',
    '"a"',
    "'b'",
    '(',
    ')',
    'and',
    'or',
    'not',
    '!',
    ' ',
    'contains(',
    ',',
    'x'
  )
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const fql = parts.join(' ')
      for (const { start, end } of checkTrigger(fql).problems) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(fql.length)
        expect(start).toBeLessThanOrEqual(end)
      }
    })
  )
})
