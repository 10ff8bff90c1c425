import * as segment from '@segment/destination-subscriptions'
import fc from 'fast-check'
import { parseFql, validate } from '../triggers'

type Event = Record<string, unknown>

function isMetBySegment(fql: string, event: Event): boolean {
  return segment.validate(segment.parseFql(fql), event)
}

function isMet(fql: string, event: Event): boolean {
  return validate(parseFql(fql), event)
}

/** Whether the trigger is met, or that asking fails. */
function outcome(trigger: typeof isMet, fql: string, event: Event): boolean | 'fails' {
  try {
    return trigger(fql, event)
  } catch {
    return 'fails'
  }
}

let outcomes = new Set<unknown>()

beforeEach(() => (outcomes = new Set()))

function expectSame(fql: string, events: Event[]): void {
  for (const event of events) {
    const expected = outcome(isMetBySegment, fql, event)
    const actual = outcome(isMet, fql, event)
    if (actual !== expected) throw new Error(`${String(expected)} for Segment, but ${String(actual)}`)
    outcomes.add(expected)
  }
}

/** Values that the triggers below ask for, or nearly. */
const found = fc.constantFrom<unknown>(
  ...[
    'track',
    "'track'",
    'Sign Up',
    'Sign',
    'Up',
    'a "b"',
    '',
    '7',
    '-1.5',
    'true',
    'null',
    'eos',
    'a',
    'n',
    'contains',
    '('
  ],
  ...[7, -1.5, 1, 0, 0.5, true, false, null, undefined]
)
const data = fc.record({
  a: fc.oneof(found, fc.record({ b: found })),
  'a b': found,
  plan: found,
  'first name': found,
  null: found,
  or: found,
  properties: found
})
const events = fc.array(
  fc.record({
    type: found,
    event: found,
    name: found,
    userId: found,
    context: data,
    properties: data,
    traits: fc.oneof(data, fc.constant(undefined))
  }),
  { minLength: 10, maxLength: 10 }
)

const WORDS = [
  'type',
  'event',
  'name',
  'userId',
  'context',
  'properties',
  'traits',
  'and',
  'or',
  'null',
  'true',
  'false'
]
const ODD_WORDS = [
  'contains',
  'match',
  'starts_with',
  'exists',
  'constructor',
  '__proto__',
  'an',
  'nul',
  'a',
  'n',
  'o',
  '_x-1'
]
const SIGNS = [
  '=',
  '!=',
  '!',
  '<',
  '<=',
  '>',
  '>=',
  '.',
  '(',
  ')',
  ',',
  '[',
  ']',
  '\\',
  '"',
  "'",
  '*',
  '-',
  '+',
  '\r',
  '#',
  'é'
]
const VALUES = ['"track"', "'track'", '"Sign*"', '"*Up"', '""', '7', '-1.5', '1.', '.5', '1.2.3', 'contains(', 'match(']
const SPACES = ['', '', ' ', ' ', '\t', '\n']

const soup = fc
  .array(fc.tuple(fc.constantFrom(...WORDS, ...ODD_WORDS, ...SIGNS, ...VALUES), fc.constantFrom(...SPACES)), {
    maxLength: 12
  })
  .map((parts) => parts.flat().join(''))

const path = fc.oneof(
  fc.constantFrom('type', 'event', 'name', 'userId', 'properties', 'traitsx'),
  fc
    .tuple(
      fc.constantFrom('properties', 'traits', 'context', 'name'),
      fc.constantFrom('.a', '.a.b', '.a\\ b', ' . a', '.null', '.or')
    )
    .map((parts) => parts.join(''))
)
const value = fc.constantFrom(...VALUES, 'true', 'false', 'null', 'contains', 'an', '(', '')
const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=', 'contains', '!')

/** FQL as a person might write it, most of it right. */
const written = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.tuple(path, operator, value).map((parts) => parts.join(' ')),
        fc
          .tuple(fc.constantFrom('', '!'), fc.constantFrom('contains', 'match'), path, value)
          .map(([not, name, ...values]) => `${not}${name}(${values.join(', ')})`)
      ),
      fc.constantFrom(' and ', ' or ', ' and (', ') or ', ' (', ')', '')
    ),
    { maxLength: 4 }
  )
  .map((parts) => parts.flat().join(''))

it.each([
  ['one condition after another', written],
  ['pieces in any order', soup],
  ['any text', fc.string()],
  [
    'any text of the letters that mean something',
    fc.string({ unit: fc.constantFrom(...Array.from('andorulType.=!<>()[],"\'\\ 1-*')) })
  ]
])("reads %s as Segment's own code does", (_, texts) => {
  fc.assert(fc.property(texts, events, expectSame), { numRuns: 2_000 })
  expect(outcomes).toContain(false)
})

const text = fc.constantFrom('track', 'Sign Up', 'a "b"', '7', '')
const number = fc.integer()
const ofText = fc.constantFrom(
  '=',
  '!=',
  'contains',
  'not_contains',
  'starts_with',
  'not_starts_with',
  'ends_with',
  'not_ends_with',
  'exists',
  'not_exists'
)
const ofNumber = fc.constantFrom('<', '<=', '>', '>=', 'number_equals', 'number_not_equals')
const ofNothing = fc.constantFrom('is_true', 'is_false', 'exists', 'not_exists')
const named = {
  type: fc.constantFrom('event-property', 'event-trait', 'event-context'),
  name: fc.constantFrom('plan', 'a.b', 'first name')
}
const condition = fc.oneof(
  fc.record({ type: fc.constantFrom('event-type', 'event', 'name', 'userId'), operator: ofText, value: text }),
  fc.record({ ...named, operator: ofText, value: text }),
  fc.record({ ...named, operator: ofNumber, value: number }),
  fc.record({ ...named, operator: ofNothing })
)
const groupOf = (children: fc.Arbitrary<unknown>) =>
  fc.record({
    type: fc.constant('group'),
    operator: fc.constantFrom('and', 'or'),
    children: fc.array(children, { minLength: 1, maxLength: 3 })
  })

it("reads what Segment's app writes as Segment's own code does", () => {
  const groups = groupOf(fc.oneof(condition, groupOf(condition))) as fc.Arbitrary<segment.GroupCondition>
  fc.assert(fc.property(groups.map(segment.generateFql), events, expectSame), { numRuns: 2_000 })
  expect([...outcomes]).toEqual(expect.arrayContaining([true, false]))
})

it.each([
  'event = an',
  'event = nul',
  'event = nulx',
  'event !="track"',
  'properties.a <=7',
  'name = true',
  'userId = true',
  'properties.\\[ = null',
  'properties\\. = null',
  '(type = "track") and ()',
  'contains (event, "Sign"'
])("reads %s as Segment's own code does", (fql) => {
  expectSame(fql, fc.sample(events, 100).flat())
})
