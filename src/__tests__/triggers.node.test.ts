import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as segment from '@segment/destination-subscriptions'
import fc from 'fast-check'
import { parseFql, validate } from '../segment-runtime/triggers'
import { getRuns } from '../../test/support/random-runs'

type Event = Record<string, unknown>

/** The operators that the stand-in supports. A test compares them with those of the published package. */
const OPERATORS = {
  text: ['=', '!=', 'contains', 'not_contains', 'starts_with', 'not_starts_with', 'ends_with', 'not_ends_with'],
  number: ['<', '<=', '>', '>=', 'number_equals', 'number_not_equals'],
  none: ['exists', 'not_exists', 'is_true', 'is_false']
}
const FIELDS = ['event-type', 'event', 'name', 'userId']
const OBJECTS = ['event-property', 'event-trait', 'event-context']

function isMatchForSegment(fql: string, event: Event): boolean {
  return segment.validate(segment.parseFql(fql), event)
}

function isMatch(fql: string, event: Event): boolean {
  return validate(parseFql(fql), event)
}

/** If the evaluation throws, the event does not reach the destination either. */
function isDelivered(match: typeof isMatch, fql: string, event: Event): boolean {
  try {
    return match(fql, event)
  } catch {
    return false
  }
}

let outcomes = new Set<boolean>()

beforeEach(() => (outcomes = new Set()))

function expectSame(fql: string, events: Event[]): void {
  for (const event of events) {
    const expected = isDelivered(isMatchForSegment, fql, event)
    if (isDelivered(isMatch, fql, event) !== expected) {
      throw new Error(`Segment's parser says ${String(expected)} for ${fql} and ${JSON.stringify(event)}`)
    }
    outcomes.add(expected)
  }
}

/** Without double quotes: FQL cannot escape them, so the generator's text would be malformed. */
const texts = ['track', 'Sign Up', 'Sign', 'Up', 'a\\b', "'a'", '*', ') or (', ', ', '', '7', '-1.5', 'true', 'null']
/** Without exponents, which FQL does not have. */
const numbers = [7, -7, -1.5, 0, 0.25, 1_000_000]
const values = fc.constantFrom<unknown>(...texts, ...numbers, true, false, null, undefined, NaN, ['Sign Up'])
const names = [
  'plan',
  'a.b',
  'first name',
  'a-b',
  '_id',
  'ünïcode',
  '💡',
  'order',
  'items[0].sku',
  'a\\b',
  'properties'
]

const data = fc.record({
  plan: values,
  a: fc.oneof(values, fc.record({ b: values })),
  'first name': values,
  'a-b': values,
  _id: values,
  ünïcode: values,
  '💡': values,
  order: values,
  items: fc.array(fc.record({ sku: values }), { maxLength: 1 }),
  'a\\b': values,
  properties: values
})
const event = fc.record({
  type: values,
  event: values,
  name: values,
  userId: values,
  context: data,
  properties: data,
  traits: fc.oneof(data, fc.constant(undefined))
})
const events = fc.array(event, { minLength: 10, maxLength: 10 })

const comparison = fc.oneof(
  fc.record({
    operator: fc.constantFrom(...OPERATORS.text),
    value: fc.constantFrom<unknown>(...texts, ...numbers, true, false)
  }),
  fc.record({ operator: fc.constantFrom(...OPERATORS.number), value: fc.constantFrom(...numbers) }),
  fc.record({ operator: fc.constantFrom(...OPERATORS.none) })
)
const field = fc.oneof(
  fc.record({ type: fc.constantFrom(...FIELDS) }),
  fc.record({ type: fc.constantFrom(...OBJECTS), name: fc.constantFrom(...names) })
)
const condition = fc.tuple(field, comparison).map(([field, comparison]) => ({ ...field, ...comparison }))
const groupOf = (child: fc.Arbitrary<unknown>) =>
  fc.record({
    type: fc.constant('group'),
    operator: fc.constantFrom('and', 'or'),
    children: fc.array(child, { minLength: 1, maxLength: 3 })
  })
const group = groupOf(condition)
const triggers = groupOf(
  fc.oneof(
    { weight: 6, arbitrary: condition },
    { weight: 4, arbitrary: group },
    { weight: 1, arbitrary: groupOf(group) }
  )
) as fc.Arbitrary<segment.GroupCondition>

it("matches the same events as Segment's parser, for triggers from Segment's generator", () => {
  fc.assert(fc.property(triggers.map(segment.generateFql), events, expectSame), { numRuns: getRuns(2_000) })
  expect(outcomes).toContain(true)
  expect(outcomes).toContain(false)
})

it.each([
  'type="track" and event="Sign Up"',
  ' \n\ttype\n=\n"track"\t',
  'type = track and event != null',
  "event = 'a'",
  "match(event, 'Sign*')",
  'match(event, "Sign Up")',
  'match ( event , "*Up" )',
  '! contains(event, "Sign")',
  '!(event = "Sign Up")',
  '!event = "Sign Up"',
  '(contains(event, "Sign") or event = "Up") and type = "track"',
  '(!match(event, "S*") and (event = "Up" or name = "Up"))',
  'type = "track" and event = "Up" or name = "Up"',
  'type = "track" and messageId = "7"',
  'contains(anonymousId, "a") or type = "track"',
  'contains(type, "tr") or event = "Up"',
  'traits != null',
  'properties = null',
  'event.a = "track"',
  'userId = 7',
  'userId = 7.0',
  'userId != true',
  'properties.plan = 7.0',
  'properties.plan = +7',
  'properties.plan = 07',
  'properties.plan < "7"',
  'properties.plan < null',
  'properties.plan <=7',
  'event !="track"',
  'properties.plan=7',
  'properties.plan<7',
  'properties.plan != "7"',
  'properties.null = 7 and type = "track"',
  'properties.or = 7 and type = "track"',
  'properties.a.0 = 7 and type = "track"',
  'properties.constructor.name = "Object"',
  'constructor = "track" and type = "track"'
])("matches the same events as Segment's parser for %s", (fql) => {
  expectSame(fql, fc.sample(event, { numRuns: getRuns(500), seed: 1 }))
})

it.each([
  '',
  ' ',
  'type = ',
  'type',
  'type "track"',
  'type = "track',
  '(type = "track"',
  'type = "track")',
  '()',
  'type = "track" and',
  'and type = "track"',
  'type = "track" event != null',
  'type = "track" && event != null',
  'type == "track"',
  'type = "track" and and = "track"',
  'type = "track" or 7 = 7',
  'type = "track" or properties. = 7',
  'type = "track" or contains(event "Sign")',
  'type = "track" or contains(event, "Sign"',
  'type = "track" or match',
  'type constructor "track"',
  'type = "a "b""',
  'type="track"and event="Sign Up"',
  'properties.plan >= 0and type = "track"',
  'type = "track" or properties.plan = 1e-7'
])('matches no event for malformed FQL: %s', (fql) => {
  for (const event of fc.sample(events, { numRuns: 100, seed: 1 }).flat()) expect(isMatch(fql, event)).toBe(false)
})

it('never throws for malformed FQL', () => {
  const pieces = [...texts, ...Array.from('andor.=!<>()[],"\'\\ 1-*'), 'properties.', 'type', 'contains', 'match']
  const soup = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.string(), soup), event, (fql, event) => {
      isMatch(fql, event)
    }),
    { numRuns: getRuns(5_000) }
  )
})

it('takes linear time', () => {
  const event = { type: 'track', event: 'Sign Up' }
  const timeFor = (fql: string): number => {
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      isMatch(fql, event)
      return performance.now() - start
    })
    return Math.min(...times)
  }
  for (const piece of ['type = "page" or ', 'a', '\\a', '(', '!', '1', '"', ' ', 'properties.', 'contains(']) {
    const ofLength = (length: number): string => piece.repeat(length / piece.length)
    // Linear time grows 8 times, and quadratic time 64 times.
    const [short, long] = [timeFor(ofLength(20_000)), timeFor(ofLength(160_000))]
    expect(long).toBeLessThan(24 * short + 10)
  }
})

/** The strings in a union type of the published package. */
function getDeclaredStrings(type: string): string[] {
  const main = createRequire(__filename).resolve('@segment/destination-subscriptions')
  const declarations = readFileSync(join(dirname(main), 'types.d.ts'), 'utf8')
  const [, union = ''] = new RegExp(`export type ${type} = (.*);`).exec(declarations) ?? []
  return Array.from(union.matchAll(/'([^']*)'/g), ([, text = '']) => text).sort()
}

it('supports all operators and conditions of the published package', () => {
  expect(getDeclaredStrings('Operator')).toEqual(Object.values(OPERATORS).flat().sort())
  expect(getDeclaredStrings('ConditionType')).toEqual([...FIELDS, ...OBJECTS, 'group'].sort())
  expect(getDeclaredStrings('GroupConditionOperator')).toEqual(['and', 'or'])
})
