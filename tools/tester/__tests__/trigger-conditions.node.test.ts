import fc from 'fast-check'
import {
  changeSubject,
  findConditionProblem,
  formatConditions,
  getOperators,
  parseConditions,
  SUBJECTS,
  type ConditionDraft
} from '../page/mappings/trigger/conditions'

test.each([
  'type = "track"',
  'type = "track" and event = "Order Completed"',
  '(event = "A" or event = "B") and type = "track"',
  'contains(event, "Order") and !contains(properties.plan, "free")',
  'match(event, "Order*") or !match(traits.email, "*@example.com")',
  'properties.total >= 50 and properties.total != 100',
  'traits.plan != null and context.page.path = "/pricing" and properties.trial = true',
  'properties.my\\ key = "a"',
  ''
])('shows %s in the builder without a change', (fql) => {
  const group = parseConditions(fql)
  expect(group && formatConditions(group)).toBe(fql)
})

test.each(['type =', 'type = "track" and (', 'properties. = "x"', 'event < "x"'])('does not show %s', (fql) => {
  expect(parseConditions(fql)).toBeUndefined()
})

test('keeps the trigger while a condition is not complete', () => {
  const condition: ConditionDraft = { subject: 'event-property', name: '', operator: '=', value: 'x' }
  expect(formatConditions({ operator: 'and', items: [condition] })).toBeUndefined()
  expect(findConditionProblem(condition)).toBe('Enter a name.')
  expect(findConditionProblem({ ...condition, name: 'total', operator: '>' })).toBe('Enter a number.')
  expect(findConditionProblem({ ...condition, name: 'plan', value: '"pro"' })).toBe(
    'A value cannot contain double quotes.'
  )
  expect(findConditionProblem({ ...condition, name: '1st' })).toBe(
    'Segment cannot read this name or value. Use another one.'
  )
})

test('keeps the operator of a condition if its new subject has it', () => {
  const condition: ConditionDraft = { subject: 'event-property', name: 'plan', operator: 'contains', value: 'pro' }
  expect(changeSubject(condition, 'event')).toMatchObject({ operator: 'contains', value: 'pro' })
  expect(changeSubject(condition, 'event-type')).toMatchObject({ operator: '=', value: 'track' })
})

test('writes only triggers that Segment reads as entered', () => {
  const conditions = fc.constantFrom(...SUBJECTS).chain(({ value: subject }) =>
    fc.record<ConditionDraft>({
      subject: fc.constant(subject),
      name: fc.constantFrom('plan', 'my key', 'a.b', '1st', ''),
      operator: fc.constantFrom(...getOperators(subject).map(({ value }) => value)),
      value: fc.oneof(fc.string(), fc.constantFrom('50', '-1', 'and', 'null', 'true'))
    })
  )
  fc.assert(
    fc.property(fc.array(conditions, { minLength: 1, maxLength: 4 }), (items) => {
      const fql = formatConditions({ operator: 'or', items })
      if (fql === undefined) return
      const group = parseConditions(fql)
      expect(group && formatConditions(group)).toBe(fql)
      expect(group?.items).toHaveLength(items.length)
    })
  )
})
