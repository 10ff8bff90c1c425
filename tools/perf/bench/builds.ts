import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leanRuntime, withLeanModules } from '../../build/lean-runtime'
import { bundle, webBundle } from '../size/web-bundle'
import { runWebpack, SEGMENT_LIKE } from '../size/webpack'

/** Scripts by file name. The page loads the first one, which loads the others. */
export type Scripts = [name: string, code: string][]

/** Builds one file in the same way as `dist/web/inmoment.js`. */
export async function buildOneFile(entry: string, name: string): Promise<Scripts> {
  return [[name, (await webBundle(entry)).code]]
}

/** Builds a destination as Segment does: the published runtime is a second file. */
export async function buildTwoFiles(entry: string, name: string): Promise<Scripts> {
  const folder = mkdtempSync(join(tmpdir(), 'inmoment-two-files-'))
  try {
    await runWebpack({
      ...SEGMENT_LIKE,
      entry: `./${entry}`,
      output: { path: folder, filename: name, chunkFilename: `${name}-[id].js`, publicPath: 'auto' }
    })
    const others = readdirSync(folder).filter((file) => file !== name)
    return [name, ...others].map((file) => [file, readFileSync(join(folder, file), 'utf8')])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Builds the script of a page of the benchmark. It includes analytics.js. */
export async function buildPageScript(entry: string): Promise<string> {
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
