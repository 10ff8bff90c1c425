import { parseExpressionAt, type Expression, type ObjectExpression } from 'acorn'
import { isJsonObject } from './is-json-object'
import { isObject } from '../../../src/destinations/inmoment/is-object'
import { JsonDocument } from './json-document'
import type { Problem } from './problem'
import { EVENT_TYPES } from './trigger-problems'

export type EventObject = Record<string, unknown>

/**
 * The events in a text: one JSON object, a JSON list, JSON lines, or calls such as `analytics.track('Order Completed')`
 * with literal arguments. Nothing is evaluated.
 */
export function eventsInText(text: string): { events: EventObject[]; problems: Problem[] } {
  if (/^\s*(?:await\s+)?(?:window\.)?[\w$]+\s*\??\.\s*(?:identify|track|page|group|alias|screen)\s*\(/.test(text)) {
    return eventsInCalls(text)
  }
  const document = new JsonDocument(text)
  if (document.problems.length === 0) return eventsInValue(document, document.value)
  const lines = text.split(/\r\n|\r|\n/)
  const isLines = lines.filter((line) => line.trim()).length > 1 && lines.every((line) => !line.trim() || isJson(line))
  if (!isLines) return { events: [], problems: document.problems }
  let offset = 0
  const read = lines.map((line) => {
    const result = line.trim() ? eventsInText(line) : { events: [], problems: [] }
    const problems = result.problems.map((problem) => ({
      ...problem,
      start: problem.start + offset,
      end: problem.end + offset
    }))
    offset += line.length + 1
    return { events: result.events, problems }
  })
  return { events: read.flatMap(({ events }) => events), problems: read.flatMap(({ problems }) => problems) }
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

function eventsInValue(document: JsonDocument, value: unknown): ReturnType<typeof eventsInText> {
  const list = Array.isArray(value) ? (value as unknown[]) : [value]
  const problems = list.flatMap((event, index): Problem[] => {
    const path = Array.isArray(value) ? [index] : []
    if (!isJsonObject(event)) return [document.problemAt(path, 'error', 'An event is not an object.')]
    if (typeof event.type === 'string' && EVENT_TYPES.includes(event.type)) return []
    return [document.problemAt([...path, 'type'], 'error', `The event needs a type: one of ${EVENT_TYPES.join(', ')}.`)]
  })
  return { events: problems.length > 0 ? [] : (list as EventObject[]), problems }
}

/** analytics.js's arguments by method (https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/). */
const ARGUMENTS: Record<string, (args: unknown[]) => EventObject> = {
  identify: (args) => {
    const [userId, traits] = typeof args[0] === 'object' ? [undefined, args[0]] : [args[0], args[1]]
    return { type: 'identify', ...(userId !== undefined && { userId }), traits: traits ?? {} }
  },
  track: ([event, properties]) => ({ type: 'track', event, properties: properties ?? {} }),
  page: (args) => {
    const texts = args.filter((arg) => typeof arg === 'string')
    const [category, name] = texts.length > 1 ? texts : [undefined, texts[0]]
    const properties = args.find(isObject) ?? {}
    return {
      type: 'page',
      ...(category && { category }),
      ...(name && { name }),
      properties: { ...(name && { name }), ...properties }
    }
  },
  group: ([groupId, traits]) => ({ type: 'group', groupId, traits: traits ?? {} }),
  alias: ([userId, previousId]) => ({ type: 'alias', userId, ...(previousId !== undefined && { previousId }) })
}

class NotLiteral extends Error {
  constructor(readonly node: { start: number; end: number }) {
    super('Arguments must be literals: strings, numbers, true, false, null, objects or arrays.')
  }
}

function eventsInCalls(text: string): ReturnType<typeof eventsInText> {
  const events: EventObject[] = []
  let position = 0
  try {
    while ((position = skipped(text, position)) < text.length) {
      const node = parseExpressionAt(text, position, { ecmaVersion: 'latest', allowAwaitOutsideFunction: true })
      events.push(eventOf(node))
      position = node.end
    }
    return { events, problems: [] }
  } catch (error) {
    return { events: [], problems: [problemOf(error, position)] }
  }
}

/** The next position after blanks, semicolons and comments. */
function skipped(text: string, position: number): number {
  const blank = /(?:[\s;]|\/\/[^\n]*|\/\*[^]*?\*\/)*/y
  blank.lastIndex = position
  return position + (blank.exec(text)?.[0].length ?? 0)
}

function eventOf(node: Expression): EventObject {
  const call = node.type === 'AwaitExpression' ? node.argument : node
  const chain = call.type === 'ChainExpression' ? call.expression : call
  if (chain.type !== 'CallExpression' || chain.callee.type !== 'MemberExpression') throw new NotLiteral(node)
  const { property } = chain.callee
  const method = property.type === 'Identifier' ? property.name : ''
  const toEvent = Object.hasOwn(ARGUMENTS, method) ? ARGUMENTS[method] : undefined
  if (!toEvent) throw new NotLiteral(property)
  // The callback and the options that may follow are not part of the event.
  const args = chain.arguments.filter((argument) => !argument.type.includes('Function'))
  return toEvent(args.map((argument) => literal(argument as Expression)))
}

function literal(node: Expression): unknown {
  switch (node.type) {
    case 'Literal':
      if (node.regex || node.bigint) break
      return node.value
    case 'TemplateLiteral':
      if (node.expressions.length > 0) break
      return node.quasis[0]?.value.cooked
    case 'UnaryExpression': {
      const value = literal(node.argument)
      if (node.operator === '-' && typeof value === 'number') return -value
      break
    }
    case 'ArrayExpression':
      return node.elements.map((element) => {
        if (!element || element.type === 'SpreadElement') throw new NotLiteral(element ?? node)
        return literal(element)
      })
    case 'ObjectExpression':
      return literalObject(node)
    case 'Identifier':
      if (node.name === 'undefined') return undefined
      break
  }
  throw new NotLiteral(node)
}

function literalObject(node: ObjectExpression): EventObject {
  const entries = node.properties.map((property): [string, unknown] => {
    if (property.type === 'SpreadElement' || property.computed || property.kind !== 'init')
      throw new NotLiteral(property)
    const { key } = property
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : ''
    return [name, literal(property.value)]
  })
  return Object.fromEntries(entries)
}

function problemOf(error: unknown, position: number): Problem {
  if (error instanceof NotLiteral) {
    return { severity: 'error', message: error.message, start: error.node.start, end: error.node.end }
  }
  const { pos = position, message = '' } = error as { pos?: number; message?: string }
  const reason = message.replace(/\s*\(\d+:\d+\)$/, '')
  return { severity: 'error', message: `The call is not valid JavaScript: ${reason}.`, start: pos, end: pos + 1 }
}
