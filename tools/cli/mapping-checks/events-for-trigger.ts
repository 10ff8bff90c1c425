import type { Condition, GroupCondition, Subscription } from '@segment/destination-subscriptions'

type LeafCondition = Exclude<Condition, GroupCondition>

/** Limits the combinations of triggers with many groups. */
const MAX_LISTS = 32

/** The lists of conditions of which a trigger needs one: its `or` groups are alternatives. */
export function conditionLists(trigger: Subscription | Condition): LeafCondition[][] {
  if ('error' in trigger) return []
  if (trigger.type !== 'group') return [[trigger]]
  const lists = trigger.children.map(conditionLists)
  if (trigger.operator === 'or') return lists.flat().slice(0, MAX_LISTS)
  return lists.reduce<LeafCondition[][]>(
    (found, next) => found.flatMap((list) => next.map((more) => [...list, ...more])).slice(0, MAX_LISTS),
    [[]]
  )
}

/** Whether conditions need two exact values of one field. */
export function contradict(conditions: readonly LeafCondition[], others: readonly LeafCondition[]): boolean {
  return conditions.some(
    (one) =>
      one.operator === '=' &&
      others.some(
        (other) =>
          other.operator === '=' &&
          one.type === other.type &&
          one.value !== other.value &&
          nameOf(one) === nameOf(other)
      )
  )
}

function nameOf(condition: LeafCondition): string | undefined {
  return 'name' in condition ? condition.name : undefined
}

/** An event for which all conditions are true, if they do not contradict each other. */
export function eventFor(conditions: readonly LeafCondition[]): Record<string, unknown> {
  const event: Record<string, unknown> = { type: 'track' }
  // An exact value also satisfies most other conditions.
  const isExact = ({ operator }: LeafCondition) => operator === '=' || operator === 'number_equals'
  for (const condition of [...conditions.filter((one) => !isExact(one)), ...conditions.filter(isExact)]) {
    const value = valueFor(condition)
    if (value !== undefined) setAt(event, pathOf(condition), value)
  }
  return event
}

function pathOf(condition: LeafCondition): [string, ...string[]] {
  switch (condition.type) {
    case 'event-type':
      return ['type']
    case 'event-property':
      return ['properties', ...condition.name.split('.')]
    case 'event-trait':
      return ['traits', ...condition.name.split('.')]
    case 'event-context':
      return ['context', ...condition.name.split('.')]
    default:
      return [condition.type]
  }
}

/** A value for which a condition is true, or `undefined` if the field can be missing. */
function valueFor({ operator, value }: LeafCondition): unknown {
  switch (operator) {
    case '=':
    case 'contains':
    case 'starts_with':
    case 'ends_with':
      return String(value)
    case 'number_equals':
    case '>=':
    case '<=':
      return Number(value)
    case '>':
    case 'number_not_equals':
      return Number(value) + 1
    case '<':
      return Number(value) - 1
    case 'exists':
    case 'not_contains':
    case 'not_starts_with':
    case 'not_ends_with':
      return 'any'
    case 'is_true':
      return true
    case 'is_false':
      return false
    default:
      return undefined
  }
}

function setAt(target: Record<string, unknown>, [key, ...rest]: string[], value: unknown): void {
  if (key === undefined) return
  const [next, ...others] = rest
  if (next === undefined) {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
    return
  }
  const inner = Object.hasOwn(target, key) ? target[key] : undefined
  const object = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  setAt(target, [key], object)
  setAt(object, [next, ...others], value)
}
