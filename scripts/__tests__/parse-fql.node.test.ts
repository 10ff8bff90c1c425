import { generateFql, parseFql as parseFqlOfSegment, type GroupCondition } from '@segment/destination-subscriptions'
import fc from 'fast-check'
import parseFql from '../stubs/parse-fql'

/** What a trigger is read as; what exactly is wrong with one that cannot be read is told to nobody. */
function readBy(parser: (fql: string) => object, fql: string): object | undefined {
  const condition = parser(fql)
  return 'error' in condition ? undefined : condition
}

function expectSame(fql: string): void {
  expect(readBy(parseFql, fql)).toEqual(readBy(parseFqlOfSegment, fql))
}

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
])("reads %s as Segment's parser does", (_, texts) => {
  fc.assert(fc.property(texts, expectSame), { numRuns: 5_000 })
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

it("reads what Segment's app writes as Segment's parser does", () => {
  fc.assert(
    fc.property(groupOf(fc.oneof(condition, groupOf(condition))), (group) =>
      expectSame(generateFql(group as GroupCondition))
    ),
    { numRuns: 5_000 }
  )
})
