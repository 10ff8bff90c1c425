import {
  generateFql,
  parseFql,
  type Condition,
  type GroupCondition,
  type Operator
} from '@segment/destination-subscriptions'
import { parseTrigger } from '../../../../cli/mapping-checks/parse-trigger'

/** The part of an event that a condition tests. */
export type Subject = Exclude<Condition['type'], 'group'>

/** A condition as you enter it. */
export interface ConditionDraft {
  subject: Subject
  /** The name of a property or trait, or a path in the context. */
  name: string
  operator: Operator
  value: string
}

export interface GroupDraft {
  operator: 'and' | 'or'
  items: readonly TriggerItem[]
}

/** Segment's parser reads groups only at the top level. */
export type TriggerItem = ConditionDraft | GroupDraft

export const SUBJECTS: readonly { value: Subject; label: string }[] = [
  { value: 'event-type', label: 'Event type' },
  { value: 'event', label: 'Event name' },
  { value: 'event-property', label: 'Property' },
  { value: 'event-trait', label: 'Trait' },
  { value: 'event-context', label: 'Context' },
  { value: 'userId', label: 'User ID' },
  { value: 'name', label: 'Page name' }
]

const OPERATOR_LABELS: Record<Operator, string> = {
  '=': 'is',
  '!=': 'is not',
  number_equals: 'equals (number)',
  number_not_equals: 'does not equal (number)',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is greater than',
  '>=': 'is at least',
  contains: 'contains',
  not_contains: 'does not contain',
  starts_with: 'starts with',
  not_starts_with: 'does not start with',
  ends_with: 'ends with',
  not_ends_with: 'does not end with',
  exists: 'exists',
  not_exists: 'does not exist',
  is_true: 'is true',
  is_false: 'is false'
}

const NUMBER_OPERATORS: readonly Operator[] = ['number_equals', 'number_not_equals', '<', '<=', '>', '>=']
const OPERATORS_WITHOUT_VALUE: readonly Operator[] = ['exists', 'not_exists', 'is_true', 'is_false']
const TEXT_OPERATORS: readonly Operator[] = [
  ...(['=', '!=', 'contains', 'not_contains'] as const),
  ...(['starts_with', 'not_starts_with', 'ends_with', 'not_ends_with'] as const)
]

/** What Segment's parser can read for a subject. */
export function getOperators(subject: Subject): readonly { value: Operator; label: string }[] {
  return listOperators(subject).map((value) => ({ value, label: OPERATOR_LABELS[value] }))
}

function listOperators(subject: Subject): readonly Operator[] {
  switch (subject) {
    case 'event-type':
      return ['=', '!=']
    case 'event':
      return TEXT_OPERATORS
    case 'name':
    case 'userId':
      return [...TEXT_OPERATORS, 'exists', 'not_exists']
    default:
      return Object.keys(OPERATOR_LABELS) as Operator[]
  }
}

export function hasName(subject: Subject): boolean {
  return subject === 'event-property' || subject === 'event-trait' || subject === 'event-context'
}

export function hasValue(operator: Operator): boolean {
  return !OPERATORS_WITHOUT_VALUE.includes(operator)
}

export function isGroup(item: TriggerItem): item is GroupDraft {
  return 'items' in item
}

/** The condition with another subject. Keeps what the new subject can have. */
export function changeSubject(condition: ConditionDraft, subject: Subject): ConditionDraft {
  const operator = listOperators(subject).includes(condition.operator) ? condition.operator : '='
  const value = subject === 'event-type' ? 'track' : condition.subject === 'event-type' ? '' : condition.value
  return { ...condition, subject, operator, value }
}

/** The conditions of a trigger, or `undefined` if it is invalid or has an operator that the builder does not offer. */
export function parseConditions(fql: string): GroupDraft | undefined {
  if (fql.trim() === '') return { operator: 'and', items: [] }
  const { trigger } = parseTrigger(fql)
  if (!trigger || 'error' in trigger) return undefined
  const group = toGroupDraft(trigger)
  const isKnown = listConditions(group).every(({ subject, operator }) => listOperators(subject).includes(operator))
  return isKnown ? group : undefined
}

function toGroupDraft({ operator, children }: GroupCondition): GroupDraft {
  return { operator, items: children.map((child) => (child.type === 'group' ? toGroupDraft(child) : toDraft(child))) }
}

function toDraft(condition: Exclude<Condition, GroupCondition>): ConditionDraft {
  const { type: subject, operator, value = '' } = condition
  return { subject, operator, value: String(value), name: 'name' in condition ? condition.name : '' }
}

/** The trigger as FQL, or `undefined` while Segment could not read a condition. */
export function formatConditions(group: GroupDraft): string | undefined {
  if (group.items.length === 0) return ''
  if (listConditions(group).some((condition) => findConditionProblem(condition) !== undefined)) return undefined
  return generateFql(toCondition(group))
}

function listConditions({ items }: GroupDraft): ConditionDraft[] {
  return items.flatMap((item) => (isGroup(item) ? listConditions(item) : item))
}

/** Empty groups are left out: they would make the trigger invalid. */
function toCondition({ operator, items }: GroupDraft): GroupCondition {
  const children = items.flatMap((item): Condition[] => {
    if (!isGroup(item)) return [toSegmentCondition(item)]
    return item.items.length === 0 ? [] : [toCondition(item)]
  })
  return { type: 'group', operator, children }
}

function toSegmentCondition({ subject, name, operator, value }: ConditionDraft): Condition {
  const condition = {
    type: subject,
    operator,
    ...(hasName(subject) && { name }),
    ...(hasValue(operator) && { value: NUMBER_OPERATORS.includes(operator) ? Number(value) : value })
  }
  return condition as Condition
}

/** Why Segment cannot read a condition, as a sentence. */
export function findConditionProblem(condition: ConditionDraft): string | undefined {
  const { subject, name, operator, value } = condition
  if (hasName(subject) && name.trim() === '') return 'Enter a name.'
  if (NUMBER_OPERATORS.includes(operator) && (value.trim() === '' || !Number.isFinite(Number(value)))) {
    return 'Enter a number.'
  }
  if (hasValue(operator) && value.includes('"')) return 'A value cannot contain double quotes.'
  const expected = toSegmentCondition(condition)
  const trigger = parseFql(generateFql({ type: 'group', operator: 'and', children: [expected] }))
  const isSame =
    'children' in trigger && JSON.stringify(sorted(trigger.children[0])) === JSON.stringify(sorted(expected))
  return isSame ? undefined : 'Segment cannot read this name or value. Use another one.'
}

function sorted(condition: object | undefined): [string, unknown][] {
  return Object.entries(condition ?? {}).sort(([one], [other]) => (one < other ? -1 : 1))
}
