import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'

const projectDirectory = join(import.meta.dirname, '../..')
/** Apart from the package's own `dist`, which is published, and which may be built anew while the page is served. */
export const demoOutput = join(import.meta.dirname, 'dist')

const shared: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  root: import.meta.dirname,
  resolve: { alias: { liquidjs: join(projectDirectory, 'src/segment-runtime/liquid.ts') } }
}

function buildPage(): Promise<unknown> {
  return build({
    ...shared,
    build: { outDir: demoOutput, emptyOutDir: true, chunkSizeWarningLimit: 1000, modulePreload: { polyfill: false } }
  })
}

/** Classic scripts: the destination loads the beacon as one, and not every browser takes a service worker as a module. */
function buildScript(name: string): Promise<unknown> {
  return build({
    ...shared,
    build: {
      outDir: demoOutput,
      emptyOutDir: false,
      lib: {
        entry: join(import.meta.dirname, `sandbox/${name}.ts`),
        formats: ['iife'],
        name: 'sandbox',
        fileName: () => `${name}.js`
      }
    }
  })
}

/** Puts into tools/tester/dist all that a static server needs, the destination's bundle as it was built included. */
export async function buildDemo(): Promise<void> {
  // Whatever the environment says, for one under a test runner: React's development build writes to the console.
  process.env.NODE_ENV = 'production'
  const bundle = await readFile(join(projectDirectory, 'dist/web/inmoment.js'))
  await buildPage()
  await buildScript('sandbox-beacon')
  await buildScript('service-worker')
  await mkdir(join(demoOutput, 'web'))
  await writeFile(join(demoOutput, 'web/inmoment.js'), bundle)
}
