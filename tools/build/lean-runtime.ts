import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const standIns = join(import.meta.dirname, '../../src/segment-runtime')

/**
 * The packages that the stand-ins replace in the bundles, see `src/segment-runtime/README.md`. `liquidjs` is a development
 * dependency only because `@segment/actions-core` imports it without declaring it.
 */
export const leanRuntime = {
  liquidjs: join(standIns, 'liquid.ts'),
  '@segment/destination-subscriptions': join(standIns, 'triggers.ts'),
  '@segment/browser-destination-runtime/shim': join(standIns, 'shim.ts')
}

/** The modules that Segment's packages import with relative paths, by the ends of these paths. */
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
