import type { Plugin } from 'vite'

/** The used parts of a node in a syntax tree (https://github.com/estree/estree). */
interface Node {
  type: string
  start: number
  end: number
  computed?: boolean
  key?: { name?: string }
  value?: Node
  [key: string]: unknown
}

/** Keys that only Segment's app reads, from the source: forms, presets, and the entry in the catalog. */
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

/** The modules with the definitions of the destination and its actions. */
const DEFINITION = /\/destinations\/inmoment\/(\w+\/)?index\.ts$/

/** Removes the parts of the destination's definition that Segment's runtime does not read. */
export function withoutPartsForApp(): Plugin {
  return {
    name: 'without-parts-for-app',
    transform(code, id) {
      if (!DEFINITION.test(id)) return undefined
      return { code: withoutParts(code, this.parse(code)), map: null }
    }
  }
}

/** Replaces these parts with spaces, so that the source map stays correct. */
export function withoutParts(code: string, tree: object): string {
  return partsForApp(tree as Node).reduce((before, { start, end }) => {
    const [comma = ''] = /^\s*,/.exec(before.slice(end)) ?? []
    const after = end + comma.length
    return before.slice(0, start) + before.slice(start, after).replace(/[^\n]/g, ' ') + before.slice(after)
  }, code)
}

/** Finds these parts. The code in functions is not part of the definition. */
function partsForApp(node: Node): Node[] {
  if (node.type.includes('Function')) return []
  if (isForApp(node)) return [node]
  return Object.values(node).flat().filter(isNode).flatMap(partsForApp)
}

/** Whether the property has a value. Keys of patterns and shorthands are not part of the definition. */
function isForApp({ type, computed, key, value }: Node): boolean {
  if (type !== 'Property' || computed || !READ_BY_APP.has(key?.name ?? '')) return false
  return ['Literal', 'ArrayExpression', 'ObjectExpression', 'CallExpression'].includes(value?.type ?? '')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
