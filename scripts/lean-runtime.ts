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
