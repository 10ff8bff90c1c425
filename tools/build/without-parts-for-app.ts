import { join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from '../project'

/** The parts of an ESTree node that are used here: https://github.com/estree/estree */
interface Node {
  type: string
  start: number
  end: number
  computed?: boolean
  key?: { name?: string }
  value?: Node
  [key: string]: unknown
}

/** The keys that only Segment's app uses, for its catalog, forms and presets. */
const APP_KEYS = new Set([
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

/** Marks the variants of these modules without these parts. */
const QUERY = '?without-parts-for-app'

const FACTORY = join(ROOT, 'src/factory.ts')

/**
 * Removes the parts of the definition that Segment's runtime does not use in the browser from what `src/factory.ts`
 * imports. What others import keeps them.
 */
export function withoutPartsForApp(): Plugin {
  return {
    name: 'without-parts-for-app',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer !== FACTORY && !importer?.endsWith(QUERY)) return undefined
      const module = await this.resolve(source, importer.replace(QUERY, ''))
      return module && DEFINITION.test(module.id) ? module.id + QUERY : module
    },
    transform: {
      order: 'post',
      handler(code, id) {
        if (!id.endsWith(QUERY)) return undefined
        return { code: removePartsForApp(code, this.parse(code)), map: null }
      }
    }
  }
}

/** Replaces these parts with spaces, so that the source map stays correct. */
export function removePartsForApp(code: string, tree: object): string {
  return findPartsForApp(tree as Node).reduce((before, { start, end }) => {
    const [comma = ''] = /^\s*,/.exec(before.slice(end)) ?? []
    const after = end + comma.length
    return before.slice(0, start) + before.slice(start, after).replace(/[^\n]/g, ' ') + before.slice(after)
  }, code)
}

/** Skips functions, which are code and not part of the definition. */
function findPartsForApp(node: Node): Node[] {
  if (node.type.includes('Function')) return []
  if (isForApp(node)) return [node]
  return Object.values(node).flat().filter(isNode).flatMap(findPartsForApp)
}

/** The key must have a value. Keys of patterns and shorthand properties are not part of the definition. */
function isForApp({ type, computed, key, value }: Node): boolean {
  if (type !== 'Property' || computed || !APP_KEYS.has(key?.name ?? '')) return false
  return ['Literal', 'ArrayExpression', 'ObjectExpression', 'CallExpression'].includes(value?.type ?? '')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
