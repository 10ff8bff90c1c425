import type { Plugin } from 'vite'

/** A node of a syntax tree (ESTree), as far as it is read here. */
interface Node {
  type: string
  start: number
  end: number
  computed?: boolean
  key?: { name?: string }
  value?: Node
  [key: string]: unknown
}

/** Read by Segment's app alone, from the source: its forms, its presets and how it lists the destination. */
const READ_BY_APP = new Set([
  'slug',
  'mode',
  'description',
  'settings',
  'presets',
  'title',
  'platform',
  'defaultSubscription',
  'fields'
])

/** Where the definitions of the destination and its actions are. */
const DEFINITION = /\/destinations\/inmoment\/(\w+\/)?index\.ts$/

/** Takes what the browser has no use for out of the destination's definition: its runtime reads no more than the rest. */
export function withoutPartsForApp(): Plugin {
  return {
    name: 'without-parts-for-app',
    transform(code, id) {
      if (!DEFINITION.test(id)) return undefined
      return { code: withoutParts(code, this.parse(code)), map: null }
    }
  }
}

/** The code of a definition without those parts, with spaces in their place, so that its source map stays right. */
export function withoutParts(code: string, tree: object): string {
  return partsForApp(tree as Node).reduce((before, { start, end }) => {
    const [comma = ''] = /^\s*,/.exec(before.slice(end)) ?? []
    const after = end + comma.length
    return before.slice(0, start) + before.slice(start, after).replace(/[^\n]/g, ' ') + before.slice(after)
  }, code)
}

/** What is in a function is code and no part of the definition. */
function partsForApp(node: Node): Node[] {
  if (node.type.includes('Function')) return []
  if (isForApp(node)) return [node]
  return Object.values(node).flat().filter(isNode).flatMap(partsForApp)
}

/** With a value of its own: a key of a pattern or a shorthand is no part of the definition. */
function isForApp({ type, computed, key, value }: Node): boolean {
  if (type !== 'Property' || computed || !READ_BY_APP.has(key?.name ?? '')) return false
  return ['Literal', 'ArrayExpression', 'ObjectExpression', 'CallExpression'].includes(value?.type ?? '')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
