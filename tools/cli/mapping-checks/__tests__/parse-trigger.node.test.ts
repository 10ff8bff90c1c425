import { parseTrigger } from '../parse-trigger'

test.each([
  '',
  ' ',
  'nonsense',
  'xx = "1"',
  'type = ',
  'type = "track" and event =',
  'type = "track',
  '(type = "track"',
  'type = "track" and ()'
])('%p is not a trigger, and the problem is a sentence', (fql) => {
  expect(parseTrigger(fql).problem).toMatch(/^The trigger is [^:]*(: [a-z ]+)?[^:]*\.$/)
})

test.each(['type = "track"', 'type = "track" and event = "Order Completed"', 'properties.eos = "eos "'])(
  '%p is a trigger',
  (fql) => {
    expect(parseTrigger(fql).problem).toBeUndefined()
  }
)
