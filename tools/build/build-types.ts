import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDtsBundle } from 'dts-bundle-generator'

const root = join(import.meta.dirname, '../..')

/**
 * Writes the package's type declarations as one file, including the types of Segment's packages. Otherwise a site would
 * have to install Segment's whole framework. Only analytics.js is imported, which sites have.
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
  // The only Node type in Segment's types would require Node's types on the site.
  const types = declarations.replaceAll('https.Agent', 'unknown')
  // The extension of a declaration file sets its module format.
  await writeFile(join(root, 'dist/types/index.d.mts'), types)
  await writeFile(join(root, 'dist/types/index.d.cts'), types)
}
