import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative, resolve } from 'node:path'
import webpack, { type Configuration, type Module, type Stats } from 'webpack'
import { ROOT } from '../../project'
import { getGzipSize } from './gzip-size'
import { runWebpack, SEGMENT_LIKE } from './webpack'

const ENTRIES = { inmoment: './src/destinations/inmoment/index.ts', noOp: './tools/perf/size/no-op.ts' }

export interface Output {
  code: string
  /** The paths of the modules. Those of packages start with the name of the package. */
  modules: string[]
}

export interface SegmentBuild {
  /** The entry of this destination. A page loads it and the shared chunk. */
  inmoment: Output
  /** The entry of a no-op destination. */
  noOp: Output
  /** The chunk that all destinations share. An entry loads it when analytics.js calls its factory. */
  shared: Output
}

/**
 * Builds the destination and a no-op as Segment does, with one entry for each destination, and one shared chunk for
 * what the published shim of the runtime imports asynchronously:
 * https://github.com/segmentio/action-destinations/blob/main/packages/browser-destinations/webpack.config.js
 */
export async function buildLikeSegment(): Promise<SegmentBuild> {
  const { inmoment, noOp, ...others } = await buildEntries(ENTRIES)
  const [shared, ...more] = Object.values(others)
  if (!inmoment || !noOp || !shared || more.length > 0) {
    throw new Error(`Expected one shared chunk, but the build has ${Object.keys(others).join(', ')}`)
  }
  return { inmoment, noOp, shared }
}

/**
 * Builds other destinations in the same way, from folders of a checkout of Segment's repository, with the packages that
 * are installed here. Returns the size of each entry after gzip.
 */
export async function measureOthers(folders: string[]): Promise<[name: string, gzip: number][]> {
  const entries = Object.fromEntries(folders.map((folder) => [basename(folder), join(resolve(folder), 'src/index.ts')]))
  const outputs = await buildEntries(entries)
  return Object.keys(entries).map((name) => [name, getGzipSize(outputs[name]?.code ?? '')])
}

async function buildEntries(entries: Record<string, string>): Promise<Partial<Record<string, Output>>> {
  const folder = mkdtempSync(join(tmpdir(), 'inmoment-segment-'))
  try {
    return getOutputs(await runWebpack(createConfiguration(entries, folder)), folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function createConfiguration(entry: Record<string, string>, folder: string): Configuration {
  return {
    ...SEGMENT_LIKE,
    entry,
    resolve: { ...SEGMENT_LIKE.resolve, modules: [join(ROOT, 'node_modules'), 'node_modules'] },
    resolveLoader: { modules: [join(ROOT, 'node_modules')] },
    output: {
      path: folder,
      filename: '[name]/[contenthash].js',
      chunkFilename: '[name]/[contenthash].js',
      publicPath: 'auto',
      library: { name: '[name]Destination', type: 'window', export: 'default' }
    },
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })]
  }
}

/** Returns the code and the modules of each chunk by its name. */
function getOutputs({ compilation: { chunks, chunkGraph } }: Stats, folder: string): Partial<Record<string, Output>> {
  return Object.fromEntries(
    [...chunks].map((chunk): [string, Output] => {
      const code = [...chunk.files].map((file) => readFileSync(join(folder, file), 'utf8')).join('')
      const modules = [...chunkGraph.getChunkModulesIterable(chunk)].flatMap(getConcatenated)
      return [
        chunk.name ?? '',
        { code, modules: modules.flatMap((module) => module.nameForCondition() ?? []).map(getName) }
      ]
    })
  )
}

/** Returns the modules that webpack concatenated into one. Its type does not declare them. */
function getConcatenated(module: Module & { modules?: Module[] }): Module[] {
  return module.modules ?? [module]
}

function getName(file: string): string {
  return relative(SEGMENT_LIKE.context, file).replace(/^node_modules\//, '')
}
