import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { ROOT } from '../project'

const standIns = join(ROOT, 'src/segment-runtime')

/** The packages that the stand-ins replace in the bundles. See `src/segment-runtime/README.md`. */
export const leanRuntime = {
  // This project does not import `liquidjs`. It is in package.json because `@segment/actions-core` imports it without
  // declaring it as a dependency, and the tests and the command line run without these aliases.
  liquidjs: join(standIns, 'liquid.ts'),
  '@segment/destination-subscriptions': join(standIns, 'triggers.ts'),
  '@segment/browser-destination-runtime/shim': join(standIns, 'shim.ts')
}

/** The modules that Segment's packages import by relative paths, by the end of the path. */
const leanModules: Record<string, string> = {
  'mapping-kit/liquid-directive': join(standIns, 'liquid-directive.ts'),
  'mapping-kit/validate': join(standIns, 'validate-mapping.ts'),
  'mapping-kit/value-keys': join(standIns, 'value-keys.ts'),
  'browser-destination-runtime/dist/esm/load-script': join(standIns, 'unused-helpers.ts'),
  'browser-destination-runtime/dist/esm/resolve-when': join(standIns, 'unused-helpers.ts')
}

/** Replaces modules inside Segment's packages, which aliases cannot do for relative imports. */
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
