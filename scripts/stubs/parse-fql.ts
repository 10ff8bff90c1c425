interface Token {
  /** A punctuation mark is a type of its own. */
  type: string
  value: string
}

interface Condition {
  type: string
  /** The path of what is compared, in the properties, traits or context. */
  name?: string
  operator: string
  value?: string | number | boolean
  /** Of a group. An empty one in brackets has no condition. */
  children?: (Condition | undefined)[]
}

/**
 * Stands in for Segment's parser of triggers and its lexer, which spell out every condition and every token. It reads
 * each text as they do, also one that is no right FQL: no trigger may come to mean something else.
 */
export default function parseFql(fql: string): Condition | { error: unknown } {
  try {
    const condition = parse(tokensOf(fql))
    if (!condition) fail()
    return condition.children ? condition : { type: 'group', operator: 'and', children: [condition] }
  } catch (error) {
    return { error }
  }
}

const END: Token = { type: 'eos', value: 'eos' }

const TYPES = ['conditional', 'null', 'ident', 'ident', 'ident', 'operator', 'number', 'string', 'string']

/** One group for each of the types, for punctuation, and for what is nothing of all that. Blanks are in no group. */
const TOKENS = new RegExp(
  [
    /[ \t\n]+/,
    /(and|or)(?=END)/,
    /(null)(?=END)/,
    // At the end of the text, the lexer loses what might have become `and` or `null`.
    /(a)[^ \t\n,\])]$/,
    /(n)[^ \t\n,\])]{1,2}$/,
    /((?:[a-zA-Z_]|\\[^])(?:[\w-]|\\[^])*)(?=END|[.(=!])/,
    /([!<>]=(?=END)|!(?=[a-zA-Z(])|[=<>])/,
    /([-+\d]\d*(?:\.(?!END)\d*)?)(?![\d.])/,
    // A closing quote that nothing ends opens the next string too.
    /("[^"]*)(?:"(?=END)|(?="))/,
    /('[^']*)(?:'(?=END)|(?='))/,
    /([.[\],()])/,
    /([^])/
  ]
    .map(({ source }) => source.replace(/END/g, '[ \\t\\n,\\])]|$'))
    .join('|'),
  'gy'
)

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

/** What can be compared: the type of such a condition, and how many of the special operators are for it. */
const SUBJECTS: Record<string, { type?: string; level?: number }> = {
  type: { type: 'event-type', level: 0 },
  event: { type: 'event', level: 0 },
  name: { type: 'name', level: 1 },
  userId: { type: 'userId', level: 2 },
  context: { type: 'event-context', level: 3 },
  properties: { type: 'event-property', level: 3 },
  traits: { type: 'event-trait', level: 3 }
}

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
  return children.length > 1 ? { type: 'group', operator, children } : children[0]
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
  if (!(subject in SUBJECTS)) return []
  const { value: operator } = take(tokens)
  const token = take(tokens)
  const { level = 0 } = SUBJECTS[subject] ?? {}
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
  const [subject = ''] = /^((event|name|userId)$|context|properties|traits)/.exec(path) ?? []
  const text = String(valueOf(wanted))
  if (token.value === 'contains') return condition(subject, path, `${negation}contains`, text)
  const [side, rest] = wanted.value.endsWith('*"') ? ['starts', text.slice(0, -1)] : ['ends', text.slice(1)]
  return condition(subject, path, `${negation}${side}_with`, rest)
}

function condition(subject: string, path: string, operator: string, value?: Condition['value']): Condition[] {
  const { type, level } = SUBJECTS[subject] ?? {}
  if (!type) return []
  const name = level === 3 ? path.replace(/^(context|properties|traits)\./, '') : undefined
  return [{ type, name, operator, value }]
}

function valueOf({ type, value }: Token): string | number | boolean {
  if (type === 'string') return value.replace(/^"|"$/g, '')
  if (type === 'number') return Number(value)
  if (type === 'ident' && (value === 'true' || value === 'false')) return value === 'true'
  return value
}
