import { readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { build } from 'vite'

const pages = join(import.meta.dirname, 'pages')

/** Builds each script of a page in `test/faults/pages` into one file of the same name in `test/faults/dist`. */
for (const { name: file } of (await readdir(pages, { withFileTypes: true })).filter((entry) => entry.isFile())) {
  const { name } = parse(file)
  await build({
    root: pages,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: join(import.meta.dirname, 'dist'),
      emptyOutDir: false,
      minify: false,
      lib: { entry: join(pages, file), formats: ['iife'], name: 'page', fileName: () => `${name}.js` },
      rolldownOptions: { output: { codeSplitting: false } }
    }
  })
}
