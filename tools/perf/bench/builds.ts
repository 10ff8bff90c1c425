import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leanRuntime, withLeanModules } from '../../build/lean-runtime'
import { bundle, webBundle } from '../size/web-bundle'
import { runWebpack, SEGMENT_LIKE } from '../size/webpack'

/** File names and code. A page loads the first file, which loads the others. */
export type Scripts = [name: string, code: string][]

/** Builds one file, in the same way as `dist/web/inmoment.js`. */
export async function oneFile(entry: string, name: string): Promise<Scripts> {
  return [[name, (await webBundle(entry)).code]]
}

/** Builds a destination as Segment does: a second file has the published runtime. */
export async function twoFiles(entry: string, name: string): Promise<Scripts> {
  const folder = mkdtempSync(join(tmpdir(), 'inmoment-two-files-'))
  try {
    await runWebpack({
      ...SEGMENT_LIKE,
      entry: `./${entry}`,
      output: { path: folder, filename: name, chunkFilename: `${name}-[id].js`, publicPath: 'auto' }
    })
    const files = readdirSync(folder).sort((one, other) => Number(other === name) - Number(one === name))
    return files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds a script of a bench page, including analytics.js. */
export async function pageScript(entry: string): Promise<string> {
  const { code } = await bundle({
    root: import.meta.dirname,
    configFile: false,
    resolve: { alias: leanRuntime },
    plugins: [withLeanModules()],
    build: {
      target: 'es2020',
      lib: { entry: join(import.meta.dirname, entry), formats: ['iife'], name: 'page' },
      rolldownOptions: { output: { codeSplitting: false } }
    }
  })
  return code
}
