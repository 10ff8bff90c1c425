import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'

const pages = join(import.meta.dirname, 'pages')

/** Builds the script of each page, `pages/*-page.ts`, into one file in `dist`. */
for (const file of (await readdir(pages)).filter((name) => name.endsWith('-page.ts'))) {
  await build({
    root: pages,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(import.meta.dirname, 'dist'),
      emptyOutDir: false,
      minify: false,
      lib: { entry: join(pages, file), formats: ['iife'], name: 'page', fileName: () => file.replace('.ts', '.js') },
      rolldownOptions: { output: { codeSplitting: false } }
    }
  })
}
