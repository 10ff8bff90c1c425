import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDtsBundle } from 'dts-bundle-generator'
import { ROOT } from '../project'

/** Makes Node and TypeScript treat `inmoment.js` as a script, not as an ES module, although the package is one. */
const WEB_PACKAGE = { type: 'commonjs' }

const WEB_DECLARATIONS = `declare global {
  /** The destination's factory for analytics.js. This script sets it. */
  var inmomentDestination: typeof import('../types/index.cjs').default
}
export {}
`

/** Writes the type declarations of the package and of the browser bundle. */
export async function buildTypes(): Promise<void> {
  await buildPackageTypes()
  await writeFile(join(ROOT, 'dist/web/inmoment.d.ts'), WEB_DECLARATIONS)
  await writeFile(join(ROOT, 'dist/web/package.json'), JSON.stringify(WEB_PACKAGE))
}

/**
 * Writes the package's type declarations as one file. It includes the types of Segment's packages, so that a site does
 * not have to install them, and imports only those of analytics.js, which a site has.
 */
async function buildPackageTypes(): Promise<void> {
  const [declarations = ''] = generateDtsBundle(
    [
      {
        filePath: join(ROOT, 'src/index.ts'),
        libraries: {
          inlinedLibraries: ['@segment/actions-core', '@segment/browser-destination-runtime'],
          importedLibraries: ['@segment/analytics-next']
        },
        output: { exportReferencedTypes: false, noBanner: true }
      }
    ],
    { preferredConfigPath: join(ROOT, 'tsconfig.json') }
  )
  await mkdir(join(ROOT, 'dist/types'), { recursive: true })
  // A browser has no use for this type, which would require a site to install the types of Node.
  const types = declarations.replaceAll('https.Agent', 'unknown')
  // TypeScript derives the module format of a declaration from its file extension.
  await writeFile(join(ROOT, 'dist/types/index.d.mts'), types)
  await writeFile(join(ROOT, 'dist/types/index.d.cts'), types)
}
