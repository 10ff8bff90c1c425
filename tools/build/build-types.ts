import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDtsBundle } from 'dts-bundle-generator'

const root = join(import.meta.dirname, '../..')

/**
 * Writes the package's type declarations as one file, with the types of Segment's packages inside: a site would
 * otherwise have to install Segment's whole framework for a few types. Only analytics.js is imported, which it has.
 */
export async function buildTypes(): Promise<void> {
  const [declarations = ''] = generateDtsBundle(
    [
      {
        filePath: join(root, 'src/index.ts'),
        libraries: {
          inlinedLibraries: ['@segment/actions-core', '@segment/browser-destination-runtime'],
          importedLibraries: ['@segment/analytics-next']
        },
        output: { exportReferencedTypes: false, noBanner: true }
      }
    ],
    { preferredConfigPath: join(root, 'tsconfig.json') }
  )
  await mkdir(join(root, 'dist/types'), { recursive: true })
  // The one type of Node among Segment's is of no use in a browser, and would ask a site for Node's types.
  const types = declarations.replaceAll('https.Agent', 'unknown')
  // TypeScript takes the module format of a declaration from its ending.
  await writeFile(join(root, 'dist/types/index.d.mts'), types)
  await writeFile(join(root, 'dist/types/index.d.cts'), types)
}
