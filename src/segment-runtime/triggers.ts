interface Token {
  /** A punctuation mark is a type of its own. */
  type: string
  value: string
}

interface Comparison {
  subject: string
  /** The path of what is compared, in the properties, traits or context. */
  path: string
  operator: string
  value?: string | number | boolean
}

interface Group {
  operator: string
  /** An empty pair of brackets is no condition, and fails where it is asked. */
  children: (Condition | undefined)[]
}

type Condition = Comparison | Group

/**
 * Stands in for Segment's parser of triggers, its lexer and the test of an event, which spell out every condition and
 * every token. It reads each text as they do, also one that is no right FQL: no trigger may come to mean something else.
 */
export function parseFql(fql: string): Condition | undefined {
  try {
    return parse(tokensOf(fql))
  } catch {
    return undefined
  }
}

/** Whether the event meets the condition; a trigger that could not be read is met by none. */
export function validate(condition: Condition | undefined, event: Record<string, unknown>): boolean {
  return condition !== undefined && isMet(condition, event)
}

function isMet(condition: Condition | undefined, event: Record<string, unknown>): boolean {
  if (!condition) return fail()
  if ('children' in condition) {
    const { operator, children } = condition
    return operator === 'and'
      ? children.every((child) => isMet(child, event))
      : children.some((child) => isMet(child, event))
  }
  const { subject, path, operator, value } = condition
  const actual = LEVELS[subject] === 3 ? valueAt(event[subject], path) : event[subject]
  const number = Number(value)
  const text = String(value)
  switch (operator) {
    case '=':
      return actual === text
    case '!=':
      return actual !== text
    case 'exists':
      return actual !== undefined && actual !== null
    case 'not_exists':
      return actual === undefined || actual === null
    case 'is_true':
      return actual === true
    case 'is_false':
      return actual === false
  }
  if (typeof actual === 'string') {
    switch (operator) {
      case 'contains':
        return actual.includes(text)
      case 'not_contains':
        return !actual.includes(text)
      case 'starts_with':
        return actual.startsWith(text)
      case 'not_starts_with':
        return !actual.startsWith(text)
      case 'ends_with':
        return actual.endsWith(text)
      case 'not_ends_with':
        return !actual.endsWith(text)
    }
  }
  if (typeof actual === 'number') {
    switch (operator) {
      case 'number_equals':
        return actual === number
      case 'number_not_equals':
        return actual !== number
      case '<':
        return actual < number
      case '<=':
        return actual <= number
      case '>':
        return actual > number
      case '>=':
        return actual >= number
    }
  }
  return false
}

function valueAt(object: unknown, path: string): unknown {
  if (!path) return undefined
  const keys = path.match(/[^[.\]]+/g) ?? fail()
  return keys.reduce<unknown>((value, key) => value && (value as Record<string, unknown>)[key], object)
}

const END: Token = { type: 'eos', value: 'eos' }

const TYPES = ['conditional', 'null', 'ident', 'ident', 'ident', 'operator', 'number', 'string', 'string']

/**
 * One group for each of the types in their order, for punctuation, and for what is nothing of all that; blanks are in no
 * group. Most tokens count only before a blank, a comma, a closing bracket or the end.
 *
 * The first two names are what the lexer leaves of a text that ends as if `and` or `null` had begun. A closing quote
 * after which none of those ends comes opens the next text too.
 */
const TOKENS =
  /[ \t\n]+|(and|or)(?=[ \t\n,\])]|$)|(null)(?=[ \t\n,\])]|$)|(a)[^ \t\n,\])]$|(n)[^ \t\n,\])]{1,2}$|((?:[a-zA-Z_]|\\[^])(?:[\w-]|\\[^])*)(?=[ \t\n,\])]|$|[.(=!])|([!<>]=(?=[ \t\n,\])]|$)|!(?=[a-zA-Z(])|[=<>])|([-+\d]\d*(?:\.(?![ \t\n,\])]|$)\d*)?)(?![\d.])|("[^"]*)(?:"(?=[ \t\n,\])]|$)|(?="))|('[^']*)(?:'(?=[ \t\n,\])]|$)|(?='))|([.[\],()])|([^])/gy

function tokensOf(fql: string): Token[] {
  const tokens: Token[] = []
  for (const [, ...groups] of fql.matchAll(TOKENS)) {
    const kind = groups.findIndex(Boolean)
    const text = groups[kind]
    if (!text) continue
    if (kind > TYPES.length) fail()
    const type = TYPES[kind] ?? text
    let value = type === 'string' ? text + text.charAt(0) : text
    if (type === 'ident') {
      value = text.replace(/\\([^])/g, '$1')
      const [object, dot] = tokens.slice(-2)
      // What is after a dot belongs to the path.
      if (object?.type === 'ident' && dot?.type === '.') {
        value = `${object.value}.${value}`
        tokens.splice(-2)
      }
    }
    tokens.push({ type, value })
  }
  return [...tokens, END]
}

/** Why is told to nobody: a trigger that cannot be read matches no event. */
function fail(): never {
  throw new Error('The trigger cannot be read')
}

/** What can be compared, with how many of the special operators. From the third level on, it is something in it. */
const LEVELS: Record<string, number> = { type: 0, event: 0, name: 1, userId: 2, context: 3, properties: 3, traits: 3 }

/** Comparisons that are an operator of their own from a level on. */
const SPECIAL: Record<string, [operator: string, level: number]> = {
  '= null': ['not_exists', 1],
  '!= null': ['exists', 1],
  '= true': ['is_true', 2],
  '= false': ['is_false', 2]
}

function parse(tokens: Token[]): Condition | undefined {
  const children: (Condition | undefined)[] = []
  let operator = 'and'
  for (let token = tokens.shift(); token && token !== END; token = tokens.shift()) {
    const { type, value } = token
    if (type === 'conditional') operator = value
    if (type === '(') children.push(parse(inBrackets(tokens)))
    if (type === 'ident') children.push(...comparison(value, tokens), ...call(token, tokens))
    const [next = END] = tokens
    if (type === 'operator' && value === '!' && isCall(next)) children.push(...call(take(tokens), tokens, 'not_'))
  }
  return children.length > 1 ? { operator, children } : children[0]
}

function take(tokens: Token[]): Token {
  return tokens.shift() ?? fail()
}

function inBrackets(tokens: Token[]): Token[] {
  const end = tokens.findIndex(({ type }) => type === ')')
  if (end < 0) fail()
  return [...tokens.splice(0, end + 1).slice(0, -1), END]
}

/** A comparison of what the path names with the next tokens, where it names something. */
function comparison(path: string, tokens: Token[]): Condition[] {
  const [subject = ''] = path.split('.')
  if (!(subject in LEVELS)) return []
  const { value: operator } = take(tokens)
  const token = take(tokens)
  const level = LEVELS[subject]
  // A method that every object has.
  if (typeof level !== 'number') return []
  const [special, from = 0] = SPECIAL[`${operator} ${token.value}`] ?? []
  if (special && level >= from) return condition(subject, path, special)
  const value = valueOf(token)
  if (level < 3) return condition(subject, path, operator, String(value))
  const isOfNumbers = token.type === 'number'
  if (isOfNumbers && operator === '=') return condition(subject, path, 'number_equals', value)
  if (isOfNumbers && operator === '!=') return condition(subject, path, 'number_not_equals', value)
  return condition(subject, path, operator, value)
}

function isCall({ type, value }: Token): boolean {
  return type === 'ident' && (value === 'contains' || value === 'match')
}

/** What `contains(path, value)` and `match(path, value)` say. */
function call(token: Token, tokens: Token[], negation = ''): Condition[] {
  if (!isCall(token)) return []
  tokens.shift()
  const { value: path } = take(tokens)
  tokens.shift()
  const wanted = take(tokens)
  tokens.shift()
  const [subject] = /^((event|name|userId)$|context|properties|traits)/.exec(path) ?? []
  if (!subject) return []
  const text = String(valueOf(wanted))
  if (token.value === 'contains') return condition(subject, path, `${negation}contains`, text)
  const [side, rest] = wanted.value.endsWith('*"') ? ['starts', text.slice(0, -1)] : ['ends', text.slice(1)]
  return condition(subject, path, `${negation}${side}_with`, rest)
}

function condition(subject: string, path: string, operator: string, value?: Comparison['value']): Condition[] {
  return [{ subject, path: path.replace(/^(context|properties|traits)\./, ''), operator, value }]
}

function valueOf({ type, value }: Token): string | number | boolean {
  if (type === 'string') return value.replace(/^"|"$/g, '')
  if (type === 'number') return Number(value)
  if (type === 'ident' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}
