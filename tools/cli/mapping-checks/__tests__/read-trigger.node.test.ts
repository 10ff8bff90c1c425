import { readTrigger } from '../read-trigger'

test.each([
  '',
  ' ',
  'nonsense',
  'xx = "1"',
  'type = ',
  'type = "track" and event =',
  'type = "track',
  '(type = "track"'
])('%p is no trigger, and the reason is a sentence', (fql) => {
  expect(readTrigger(fql).problem).toMatch(/^The trigger is [^:]*(: [a-z ]+)?[^:]*\.$/)
})

test.each(['type = "track"', 'type = "track" and event = "Order Completed"', 'properties.eos = "eos "'])(
  '%p is a trigger',
  (fql) => {
    expect(readTrigger(fql).problem).toBeUndefined()
  }
)
