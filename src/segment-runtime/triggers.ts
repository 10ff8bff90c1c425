// Replaces `@segment/destination-subscriptions`. Well-formed FQL matches the same events as there, including the errors of
// Segment's parser, which comments describe. Malformed FQL never matches.
// https://segment.com/docs/api/public-api/fql/

type Event = Record<string, unknown>
type Condition = (event: Event) => boolean
type Value = string | number | boolean | null

/**
 * In the order of the types that Segment's parser supports: a value is a string, from `name` on also `null`, from `userId`
 * on also a boolean after `=`, and from `context` on also a number.
 */
const FIELDS = ['type', 'event', 'name', 'userId', 'context', 'properties', 'traits']

/** Followed by whitespace, a comma, a closing parenthesis or the end of the string. */
const END = /(?![^ \t\n,)])/.source
const NAME = /(?:[a-zA-Z_]|\\[^])(?:[\w-]|\\[^])*/.source
const KEYWORD = `(?:and|or|null)${END}`
const LITERAL = `(?:"[^"]*"|'[^']*'|[-+\\d]\\d*(?:\\.\\d+)?)${END}`
const PATH = `${NAME}(?:\\.(?!${KEYWORD})${NAME})*(?:${END}|(?=[=!]))`
const OTHER = /(?:contains|match)(?=\()|[!<>]=(?=[ \t\n])|!(?=[a-zA-Z(])|[=<>(),]/.source
const TOKEN = new RegExp(`[ \\t\\n]*(?:(${KEYWORD}|${LITERAL}|${PATH}|${OTHER})|[^]+)[ \\t\\n]*`, 'g')

const COMPARISONS = new Map<string, (actual: unknown, value: Value) => boolean>([
  ['=', (actual, value) => (actual ?? null) === value],
  ['!=', (actual, value) => (typeof value !== 'number' || typeof actual === 'number') && (actual ?? null) !== value],
  ['<', (actual, value) => typeof actual === 'number' && actual < Number(String(value))],
  ['<=', (actual, value) => typeof actual === 'number' && actual <= Number(String(value))],
  ['>', (actual, value) => typeof actual === 'number' && actual > Number(String(value))],
  ['>=', (actual, value) => typeof actual === 'number' && actual >= Number(String(value))]
])

/** Parses a trigger. Returns `undefined` if it is malformed. */
export function parseFql(fql: string): Condition | undefined {
  try {
    // Not Array.from, which old libraries replace with a function that ignores iterators.
    const tokens = [...fql.matchAll(TOKEN)].map(([, token = '']) => token)
    check(tokens.filter((token) => token === '(').length === tokens.filter((token) => token === ')').length)
    return parseConditions(tokens.reverse())
  } catch {
    return undefined
  }
}

/** Whether an event matches a parsed trigger. `undefined` matches no event. */
export function validate(condition: Condition | undefined, event: Event): boolean {
  return condition?.(event) ?? false
}

function check(isWellFormed: unknown): asserts isWellFormed {
  if (!isWellFormed) throw new Error('Malformed FQL')
}

/** The tokens are in reverse order, so that `pop` removes the next one. */
function parseConditions(tokens: string[], isGroup = false): Condition {
  const conditions: Condition[] = []
  let conditional = 'and'
  let token: string | undefined
  do {
    // The last `and` or `or` applies to all conditions.
    conditional = token ?? conditional
    conditions.push(...parseCondition(tokens, isGroup))
    do token = tokens.pop()
    while (token === ')' && !isGroup)
  } while (token === 'and' || token === 'or')
  check(isGroup ? token === ')' : token === undefined && conditions.length > 0)
  return (event) => {
    // If all conditions of a group are ignored, the event fails.
    check(conditions.length > 0)
    return conditional === 'and' ? conditions.every((test) => test(event)) : conditions.some((test) => test(event))
  }
}

function parseCondition(tokens: string[], isInGroup: boolean): Condition[] {
  let [token = ''] = tokens.splice(-1)
  const isNegated = token === '!'
  if (isNegated) [token = ''] = tokens.splice(-1)
  if (token === 'contains' || token === 'match') return parseFunction(token, tokens, isNegated, isInGroup)
  if (token !== '(') return parseComparison(token, tokens)
  // A nested group is malformed, and the negation of a group is ignored.
  check(!isInGroup)
  return [parseConditions(tokens, true)]
}

function parseFunction(name: string, tokens: string[], isNegated: boolean, isInGroup: boolean): Condition[] {
  const [opening, path = '', comma, token = '', closing] = tokens.splice(-5).reverse()
  check(opening === '(' && comma === ',' && closing === ')')
  // A function ends its group.
  if (isInGroup) tokens.push(closing)
  const { level, get } = parsePath(path)
  const text = String(parseValue(token))
  const method = name === 'contains' ? 'includes' : token.endsWith('*"') ? 'startsWith' : 'endsWith'
  const part = { includes: text, startsWith: text.slice(0, -1), endsWith: text.slice(1) }[method]
  const condition = (actual: unknown) => typeof actual === 'string' && actual[method](part) !== isNegated
  return level > 0 ? [(event) => condition(get(event))] : []
}

function parseComparison(path: string, tokens: string[]): Condition[] {
  const { level, get } = parsePath(path)
  const [operator = '', token = ''] = tokens.splice(-2).reverse()
  const compare = COMPARISONS.get(operator)
  check(compare)
  const value = parseValue(token)
  const typedFrom = value === null ? 2 : typeof value === 'number' ? 4 : operator === '=' ? 3 : FIELDS.length
  // A condition on an unknown field is ignored.
  return level < 0 ? [] : [(event) => compare(get(event), level < typedFrom ? String(value) : value)]
}

function parsePath(token: string): { level: number; get: (event: Event) => unknown } {
  const path = String(parseValue(token))
  const [field = ''] = path.split('.')
  const level = FIELDS.indexOf(field)
  const keys = path.replace(`${field}.`, '').match(/[^[.\]]+/g) ?? []
  check(/^(?!(?:and|or|null)$)[a-zA-Z_\\]/.test(token) && keys.length > 0)
  const getIn = (value: unknown, key: string): unknown => value && (value as Event)[key]
  return { level, get: (event) => (level > 3 ? keys.reduce(getIn, event[field]) : event[field]) }
}

function parseValue(token: string): Value {
  check(/^[\w"'\\+-]/.test(token))
  if (/^(?:null|true|false)$/.test(token)) return JSON.parse(token) as Value
  if (/^[\d+-]/.test(token)) return Number(token)
  // Single quotes are part of the value.
  return /^["']/.test(token) ? token.replace(/^"|"$/g, '') : token.replace(/\\([^])/g, '$1')
}
