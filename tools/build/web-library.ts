import { basename, join, resolve } from 'node:path'
import type { InlineConfig, LibraryFormats } from 'vite'
import { leanRuntime, withLeanModules } from './lean-runtime'
import { ROOT } from '../project'
import { withoutPartsForApp } from './without-parts-for-app'

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
  return {
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: leanRuntime },
    plugins: [withLeanModules(), withoutPartsForApp()],
    build: {
      ...options,
      outDir: resolve(ROOT, outDir),
      emptyOutDir: false,
      target: 'es2020',
      lib: {
        entry: Object.fromEntries(entries.map((entry) => [basename(entry, '.ts'), join(ROOT, entry)])),
        name: 'inmoment',
        formats: [format],
        fileName: (_format, entryName) => getFileName(entryName)
      },
      rolldownOptions: {
        // Of two entries, one is in the file of the other, and not in a third file.
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...(entries.length === 1 && { codeSplitting: false }),
          exports: format === 'iife' ? 'none' : 'named'
        }
      }
    }
  }
}
