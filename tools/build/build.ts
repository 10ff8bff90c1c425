import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { leanRuntime, withLeanModules } from './lean-runtime'
import { withoutPartsForApp } from './without-parts-for-app'
import { buildTypes } from './build-types'
import { build, type InlineConfig, type LibraryFormats } from 'vite'

const root = join(import.meta.dirname, '../..')

/** Builds `inmoment.js`, one minified file that sets `window.inmomentDestination`, the runtime inside. */
export async function buildWeb(outDir = 'dist/web'): Promise<void> {
  await build(webLibrary('src/web.ts', outDir))
}

/** How a destination becomes one file for the browser. */
export function webLibrary(entry: string, outDir: string): InlineConfig {
  return library(entry, outDir, 'iife', 'inmoment.js', {
    minify: 'terser',
    // No browser that reads ES2020 has the faults of Safari 10, which Vite has terser work around.
    terserOptions: { ecma: 2020, safari10: false, compress: { passes: 3 }, format: { comments: false } }
  })
}

/** Builds the package's two module formats. What they need of Segment's packages is inside. */
async function buildModules(): Promise<void> {
  await build(library('src/index.ts', 'dist/esm', 'es', 'index.mjs'))
  await build(library('src/index.ts', 'dist/cjs', 'cjs', 'index.cjs'))
}

function library(
  entry: string,
  outDir: string,
  format: LibraryFormats,
  fileName: string,
  options: InlineConfig['build'] = { minify: false }
): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: leanRuntime },
    plugins: [withLeanModules(), ...(format === 'iife' ? [withoutPartsForApp()] : [])],
    build: {
      ...options,
      outDir: resolve(root, outDir),
      emptyOutDir: false,
      target: 'es2020',
      lib: { entry: join(root, entry), name: 'inmoment', formats: [format], fileName: () => fileName },
      rolldownOptions: { output: { codeSplitting: false, exports: format === 'iife' ? 'none' : 'named' } }
    }
  }
}

async function buildAll(): Promise<void> {
  await rm(join(root, 'dist'), { recursive: true, force: true })
  await buildWeb()
  await buildModules()
  await buildTypes()
}

const [script, webFolder] = process.argv.slice(1)
// With a folder, the browser bundle alone is built, into it.
if (script === import.meta.filename) await (webFolder ? buildWeb(webFolder) : buildAll())
