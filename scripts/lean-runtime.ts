import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const stubs = join(import.meta.dirname, 'stubs')

/**
 * What stands in for parts of Segment's runtime that a browser never needs, so that no visitor downloads them: Liquid,
 * which is not offered there, and the second request for the runtime itself. What reads the triggers is there in a
 * shorter form.
 */
export const leanRuntime = {
  liquidjs: join(stubs, 'liquid.ts'),
  '@segment/destination-subscriptions': join(stubs, 'triggers.ts'),
  '@segment/browser-destination-runtime/shim': join(stubs, 'shim.ts')
}

/**
 * Modules that Segment's packages import by relative paths, by the ends of those: the mapping kit's for Liquid, which
 * forbids tags and filters that the stub does not have; its validation, most of which are words that Segment's app has
 * told before; and the runtime's helpers, none of which is used.
 */
const leanModules: Record<string, string> = {
  'mapping-kit/liquid-directive': join(stubs, 'liquid-directive.ts'),
  'mapping-kit/validate': join(stubs, 'validate-mapping.ts'),
  'mapping-kit/value-keys': join(stubs, 'value-keys.ts'),
  'browser-destination-runtime/dist/esm/load-script': join(stubs, 'unused-helpers.ts'),
  'browser-destination-runtime/dist/esm/resolve-when': join(stubs, 'unused-helpers.ts')
}

export function withLeanModules(): Plugin {
  return {
    name: 'with-lean-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer?.includes('/node_modules/@segment/')) return undefined
      const module = join(dirname(importer), source)
      return Object.entries(leanModules).find(([end]) => module.endsWith(`/${end}`))?.[1]
    }
  }
}

interface Node {
  type: string
  start: number
  end: number
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

/** Takes what the browser has no use for out of the destination's definition: its runtime reads no more than the rest. */
export function withoutPartsForApp(): Plugin {
  return {
    name: 'without-parts-for-app',
    transform(code, id) {
      if (!id.includes('/destinations/inmoment/')) return undefined
      const parts = partsForApp(this.parse(code) as unknown as Node)
      // With spaces in their place, so that the source map stays right.
      const rest = parts.reduce((before, { start, end }) => {
        const [comma = ''] = /^\s*,/.exec(before.slice(end)) ?? []
        const after = end + comma.length
        return before.slice(0, start) + before.slice(start, after).replace(/[^\n]/g, ' ') + before.slice(after)
      }, code)
      return { code: rest, map: null }
    }
  }
}

function partsForApp(node: Node): Node[] {
  if (isForApp(node)) return [node]
  return Object.values(node).flat().filter(isNode).flatMap(partsForApp)
}

/** Written out as a value: a key of a pattern or a shorthand is no part of the definition. */
function isForApp({ type, key, value }: Node): boolean {
  if (type !== 'Property' || !READ_BY_APP.has(key?.name ?? '')) return false
  return ['Literal', 'ArrayExpression', 'ObjectExpression'].includes(value?.type ?? '')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
