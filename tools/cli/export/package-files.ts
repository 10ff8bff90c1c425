import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { destination } from '../../../src/destinations/inmoment'
import { ROOT } from '../../project'
import { createMetadata } from '../generate/metadata'

/** The folder in Segment's repository. */
export const EXPORT_FOLDER = 'packages/browser-destinations/destinations/inmoment'

const NAME = '@segment/analytics-browser-actions-inmoment'
const RUNTIME = '@segment/browser-destination-runtime'
const LICENSE = 'MIT'

/** The version in the newest repository that was checked. A checkout can have a later one. */
const RUNTIME_VERSION = '1.106.0'

/**
 * Creates the files next to `src`, in the form of the other destinations. `checkout` is a checkout of Segment's
 * repository or any other folder.
 *
 * https://github.com/segmentio/action-destinations/tree/main/packages/browser-destinations/destinations
 */
export async function createPackageFiles(checkout: string): Promise<Record<string, string>> {
  return {
    'package.json': toJson(
      createManifest(
        // That repository increases the version with each release.
        await readVersion(join(checkout, EXPORT_FOLDER), '1.0.0'),
        await readVersion(join(checkout, 'packages/browser-destination-runtime'), RUNTIME_VERSION)
      )
    ),
    'tsconfig.json': TSCONFIG,
    'metadata.json': createMetadata(destination),
    'README.md': createReadme(await readFile(join(ROOT, 'LICENSE'), 'utf8'))
  }
}

async function readVersion(folder: string, fallback: string): Promise<string> {
  try {
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version?: string }
    return version ?? fallback
  } catch {
    return fallback
  }
}

/** The only dependency is the package that the source imports for more than types. */
function createManifest(version: string, runtimeVersion: string): object {
  return {
    name: NAME,
    version,
    repository: {
      type: 'git',
      url: 'https://github.com/segmentio/action-destinations',
      directory: EXPORT_FOLDER
    },
    license: LICENSE,
    publishConfig: { access: 'public' },
    main: './dist/cjs',
    module: './dist/esm',
    scripts: {
      build: 'yarn build:esm && yarn build:cjs',
      'build:cjs': 'tsc --module commonjs --outDir ./dist/cjs',
      'build:esm': 'tsc --outDir ./dist/esm'
    },
    typings: './dist/esm',
    dependencies: { [RUNTIME]: `^${runtimeVersion}` },
    peerDependencies: { '@segment/analytics-next': '>=1.55.0' }
  }
}

/** Prettier writes short lists on one line. */
const TSCONFIG = `{
  "extends": "../../tsconfig.build.json",
  "compilerOptions": {
    "rootDir": "./src",
    "baseUrl": "."
  },
  "include": ["src"],
  "exclude": ["dist", "src/test-support", "**/__tests__"]
}
`

function createReadme(license: string): string {
  return `# ${NAME}

${destination.description} For [analytics.js 2](https://www.npmjs.com/package/@segment/analytics-next), in device mode.

- \`src/index.ts\`: settings, presets and actions. Start here.
- \`src/perform.ts\`: what every action does with an event.
- \`src/wootric\`: the only code that accesses the page's \`window.wootric\` and \`window.wootricSettings\`.
- \`src/**/__tests__\`: tests, with the fake beacon in \`src/test-support\`. No account is needed.

Data flows in one direction: an action converts its payload, \`update-respondent.ts\` updates what is known about the user, \`sync-settings.ts\` writes that to \`wootricSettings\`, and the beacon gets its command.

## License

${license.trim()}

## Contributing

All third party contributors acknowledge that any contributions they provide will be made under the same open source license that the open source project is provided under.
`
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
