import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const standIns = join(import.meta.dirname, '../src/segment-runtime')

/**
 * What stands in for parts of Segment's runtime that a browser never needs, so that no visitor downloads them: Liquid,
 * which is not offered there, and the second request for the runtime itself. What reads the triggers is there in a
 * shorter form.
 */
export const leanRuntime = {
  liquidjs: join(standIns, 'liquid.ts'),
  '@segment/destination-subscriptions': join(standIns, 'triggers.ts'),
  '@segment/browser-destination-runtime/shim': join(standIns, 'shim.ts')
}

/**
 * Modules that Segment's packages import by relative paths, by the ends of those: the mapping kit's for Liquid, which
 * forbids tags and filters that the stub does not have; its validation, most of which are words that Segment's app has
 * told before; and the runtime's helpers, none of which is used.
 */
const leanModules: Record<string, string> = {
  'mapping-kit/liquid-directive': join(standIns, 'liquid-directive.ts'),
  'mapping-kit/validate': join(standIns, 'validate-mapping.ts'),
  'mapping-kit/value-keys': join(standIns, 'value-keys.ts'),
  'browser-destination-runtime/dist/esm/load-script': join(standIns, 'unused-helpers.ts'),
  'browser-destination-runtime/dist/esm/resolve-when': join(standIns, 'unused-helpers.ts')
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
