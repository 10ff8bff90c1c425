import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Configuration, Module, Stats } from 'webpack'
import { runWebpack, SEGMENT_LIKE } from './webpack'

/** Segment's packages, with the stub in place of Liquid: what destinations share. */
const SEGMENT = /[\\/](node_modules|segment-runtime)[\\/]/
const DESTINATION = 'inmoment'

export interface SegmentBuild {
  /** The destination's own chunk, minified. */
  chunk: string
  /** The files in it, and those in the chunks that it would share with other destinations. */
  own: string[]
  shared: string[]
}

/** Builds the destination with webpack, ts-loader and terser, as Segment does, and with Segment's packages apart. */
export async function segmentBuild(): Promise<SegmentBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'inmoment-segment-'))
  try {
    const files = filesOf(await runWebpack(configuration(folder)))
    const shared = [...files].filter(([name]) => name !== DESTINATION).flatMap(([, names]) => names)
    return { chunk: readFileSync(join(folder, `${DESTINATION}.js`), 'utf8'), own: files.get(DESTINATION) ?? [], shared }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function configuration(folder: string): Configuration {
  return {
    ...SEGMENT_LIKE,
    entry: { [DESTINATION]: './src/destinations/inmoment/index.ts' },
    output: {
      path: folder,
      filename: '[name].js',
      library: '[name]Destination',
      libraryTarget: 'umd',
      libraryExport: 'default'
    },
    optimization: {
      ...SEGMENT_LIKE.optimization,
      runtimeChunk: 'single',
      splitChunks: {
        cacheGroups: { segment: { name: 'segment', chunks: 'all', test: SEGMENT, enforce: true } }
      }
    }
  }
}

/** Each chunk's files by its name. */
function filesOf({ compilation: { chunks, chunkGraph } }: Stats): Map<string, string[]> {
  return new Map(
    [...chunks].map((chunk) => {
      const modules = [...chunkGraph.getChunkModulesIterable(chunk)].flatMap(modulesIn)
      return [chunk.name ?? '', modules.flatMap((module) => module.nameForCondition() ?? []).map(nameOf)]
    })
  )
}

/** Where webpack has joined several modules into one, all of them. */
function modulesIn(module: Module & { modules?: Module[] }): Module[] {
  return module.modules ?? [module]
}

function nameOf(file: string): string {
  return relative(SEGMENT_LIKE.context, file).replace(/^node_modules\//, '')
}
