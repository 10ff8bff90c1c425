import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type JSONPath,
  type Node,
  type ParseError
} from 'jsonc-parser'
import type { Problem } from './problem'

/** A JSON text with the place of each key, for problems that name line and key. Comments and trailing commas are errors. */
export class JsonDocument {
  readonly value: unknown
  /** Syntax errors. The value is `undefined` if there are any. */
  readonly problems: Problem[]
  private readonly root?: Node

  constructor(readonly text: string) {
    const errors: ParseError[] = []
    if (depthOf(text) > MAX_DEPTH) {
      this.problems = [{ severity: 'error', message: 'The JSON is nested too deeply.', start: 0, end: 0 }]
      return
    }
    this.root = parseTree(text, errors, { disallowComments: true })
    this.problems = errors.map(({ error, offset, length }) => ({
      severity: 'error',
      message: `The JSON is not valid: ${sentences[printParseErrorCode(error)] ?? printParseErrorCode(error)}.`,
      start: offset,
      end: offset + length
    }))
    if (errors.length === 0) this.value = JSON.parse(text)
  }

  /** A problem at a path, such as `[0, 'mapping', 'email']`: at its key, or at the closest parent that exists. */
  problemAt(path: JSONPath, severity: Problem['severity'], message: string): Problem {
    const node = this.root && closestNode(this.root, path)
    // The key of a property is more helpful than its value, which can be long.
    const place = node?.parent?.type === 'property' ? (node.parent.children?.[0] ?? node) : node
    const start = place?.offset ?? 0
    return { severity, message, start, end: start + (place?.length ?? 0) }
  }

  /** A problem with its place in a text, moved to the place of that text in the document. */
  problemInText(path: JSONPath, problem: Problem): Problem {
    const node = this.root && findNodeAtLocation(this.root, path)
    if (node?.type !== 'string') return this.problemAt(path, problem.severity, problem.message)
    const offsets = characterOffsets(this.text.slice(node.offset + 1, node.offset + node.length - 1))
    const place = (offset: number) => node.offset + 1 + (offsets[offset] ?? 0)
    return { ...problem, start: place(problem.start), end: place(problem.end) }
  }
}

/** The parser is recursive. */
const MAX_DEPTH = 500

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\\n])*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth)
    else if (token === ']' || token === '}') depth--
  }
  return deepest
}

/** The offset of each character of a text in its JSON, which can have escapes, and of its end. */
function characterOffsets(json: string): number[] {
  const characters = Array.from(json.matchAll(/\\u[\dA-Fa-f]{4}|\\[^]|[^]/g), ({ index }) => index)
  return [...characters, json.length]
}

function closestNode(root: Node, path: JSONPath): Node | undefined {
  return findNodeAtLocation(root, path) ?? (path.length > 0 ? closestNode(root, path.slice(0, -1)) : root)
}

const sentences: Record<string, string> = {
  InvalidSymbol: 'unexpected text; put strings in double quotes',
  InvalidNumberFormat: 'a number is not complete',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing brace } is missing',
  CloseBracketExpected: 'a closing bracket ] is missing',
  EndOfFileExpected: 'there is more text after the end',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfString: 'a closing double quote is missing',
  InvalidCharacter: 'a character has to be escaped'
}
