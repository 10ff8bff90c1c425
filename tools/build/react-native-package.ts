import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateDtsBundle } from 'dts-bundle-generator'
import { build } from 'vite'
import type { InlineConfig } from 'vite'
import packageJson from '../../package.json'
import { ROOT } from '../project'
import { getBanner } from './web-library'

const SOURCE = join(ROOT, 'src/react-native')
const TARGET = join(ROOT, 'dist/react-native')

interface WebPackage {
  version: string
  license: string
  // The owner adds these before the first release.
  repository?: object
  bugs?: object
  homepage?: string
}

const { version, license, repository, bugs, homepage }: WebPackage = packageJson

/** Older versions of Metro ignore `exports`: https://metrobundler.dev/docs/package-exports */
const PACKAGE = {
  name: 'analytics-react-native-plugin-inmoment',
  version,
  description:
    "InMoment plugin for Segment's React Native client: shows InMoment (formerly Wootric) surveys in mobile apps.",
  license,
  keywords: [
    'segment',
    'analytics-react-native',
    'react-native',
    'destination',
    'inmoment',
    'wootric',
    'nps',
    'survey'
  ],
  repository: repository && { ...repository, directory: 'src/react-native' },
  bugs,
  homepage,
  type: 'commonjs',
  main: 'index.js',
  types: 'index.d.ts',
  files: ['index.js', 'index.d.ts'],
  sideEffects: false,
  peerDependencies: {
    '@segment/analytics-react-native': '^2.18.0',
    '@segment/sovran-react-native': '^1.1.0'
  }
}

const PEERS = Object.keys(PACKAGE.peerDependencies)

/** Writes the package for React Native as a folder that npm can publish. */
export async function buildReactNativePackage(): Promise<void> {
  await build(reactNativeLibrary())
  await writeFile(join(TARGET, 'index.d.ts'), createTypes())
  await writeFile(join(TARGET, 'package.json'), `${JSON.stringify(PACKAGE, undefined, 2)}\n`)
  await copyFile(join(SOURCE, 'README.md'), join(TARGET, 'README.md'))
  await copyFile(join(ROOT, 'LICENSE'), join(TARGET, 'LICENSE'))
}

/** Vite's configuration to build one readable file, without any code of other packages. */
function reactNativeLibrary(): InlineConfig {
  return {
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: TARGET,
      emptyOutDir: false,
      target: 'es2020',
      minify: false,
      lib: { entry: join(SOURCE, 'index.ts'), formats: ['cjs'], fileName: () => 'index.js' },
      rolldownOptions: {
        checks: { pluginTimings: false },
        external: PEERS,
        output: { exports: 'named', postBanner: getBanner(PACKAGE.name) }
      }
    }
  }
}

function createTypes(): string {
  const [declarations = ''] = generateDtsBundle(
    [
      {
        filePath: join(SOURCE, 'index.ts'),
        libraries: { importedLibraries: PEERS },
        output: { exportReferencedTypes: false, noBanner: true }
      }
    ],
    { preferredConfigPath: join(ROOT, 'tsconfig.json') }
  )
  return declarations
}
