import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getGzipSize } from '../perf/size/gzip-size'

/** In bytes after gzip. */
export interface ChunkSizes {
  inmoment: number
  noOp: number
  /** The chunk that both entries load. */
  shared: number
}

/** Measures the chunks of a build. Each chunk has its own folder, with a source map. */
export function measureChunks(folder: string): ChunkSizes {
  const sizes = readdirSync(folder).map((chunk) => [chunk, measureChunk(join(folder, chunk))] as const)
  const { inmoment, 'no-op': noOp, ...others } = Object.fromEntries(sizes)
  const [shared, ...more] = Object.values(others)
  if (inmoment === undefined || noOp === undefined || shared === undefined || more.length > 0) {
    throw new Error(`Expected two entries and one shared chunk, but the build has ${readdirSync(folder).join(', ')}`)
  }
  return { inmoment, noOp, shared }
}

function measureChunk(folder: string): number {
  const [file, ...others] = readdirSync(folder).filter((name) => name.endsWith('.js'))
  if (!file || others.length > 0) throw new Error(`Expected one file in ${folder}`)
  // The address of the source map is not loaded with the page's code.
  return getGzipSize(readFileSync(join(folder, file), 'utf8').replace(/\n\/\/# sourceMappingURL=.*$/, ''))
}
