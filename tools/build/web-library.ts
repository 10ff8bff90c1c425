import { basename, dirname, join, relative, resolve } from 'node:path'
import type { InlineConfig, LibraryFormats } from 'vite'
import packageJson from '../../package.json'
import { leanRuntime, withLeanModules } from './lean-runtime'
import { withNotices } from './notices'
import { ROOT } from '../project'
import { withoutPartsForApp } from './without-parts-for-app'

/** The comment at the top of a built file. */
export function getBanner(packageName: string): string {
  return `/*! ${packageName} ${packageJson.version} | ${packageJson.license} */`
}

/** Vite's configuration to build a destination as one minified file for the browser, `inmoment.js`. */
export function webLibrary(entry: string, outDir: string): InlineConfig {
  return library([entry], outDir, 'iife', () => 'inmoment.js', {
    minify: 'terser',
    // No browser that supports ES2020 has the bugs of Safari 10, for which Vite sets a workaround.
    terserOptions: { ecma: 2020, safari10: false, compress: { passes: 3 }, format: { comments: false } }
  })
}

/** Vite's configuration to build one file for each entry. The files include what they need of Segment's packages. */
export function library(
  entries: string[],
  outDir: string,
  format: LibraryFormats,
  getFileName: (entryName: string) => string,
  options: InlineConfig['build'] = { minify: false }
): InlineConfig {
  const folder = resolve(ROOT, outDir)
  return {
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: leanRuntime },
    plugins: [withLeanModules(), withoutPartsForApp(), withNotices()],
    build: {
      ...options,
      outDir: folder,
      emptyOutDir: false,
      target: 'es2020',
      sourcemap: true,
      lib: {
        entry: Object.fromEntries(entries.map((entry) => [basename(entry, '.ts'), join(ROOT, entry)])),
        name: 'inmoment',
        formats: [format],
        fileName: (_format, entryName) => getFileName(entryName)
      },
      rolldownOptions: {
        checks: { pluginTimings: false },
        // Of two entries, one is in the file of the other, and not in a third file.
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...(entries.length === 1 && { codeSplitting: false }),
          exports: format === 'iife' ? 'none' : 'named',
          postBanner: getBanner(packageJson.name),
          sourcemapPathTransform: (source, map) => getSourceInPackage(resolve(dirname(map), source))
        }
      }
    }
  }
}

/** Returns the path from a folder of `dist`, wherever the build writes to. */
function getSourceInPackage(file: string): string {
  return `../../${relative(ROOT, file).split('?')[0] ?? ''}`
}
