import { gzipSize } from './gzip-size'
import { segmentBuild } from './segment-build'
import { bundleOfPublishedRuntime, webBundle } from './web-bundle'

/** Sizes in bytes after gzip. */
export interface Figures {
  /** `dist/web/inmoment.js`. */
  bundle: number
  /** A destination that does nothing, built in the same way: what the runtime weighs in the bundle. */
  leanNoOp: number
  /** The same with Segment's runtime as it is published. */
  noOp: number
  bundleToNoOp: number
  /** What a build such as Segment's own would add for this destination. */
  segmentChunk: number
  /** The files in that chunk, and those that it would share with other destinations. */
  segmentFiles: { own: string[]; shared: string[] }
}

export async function figures(): Promise<Figures> {
  const bundle = gzipSize((await webBundle('src/web.ts')).code)
  const leanNoOp = gzipSize((await webBundle('size/no-op.ts')).code)
  const noOp = gzipSize((await bundleOfPublishedRuntime('size/no-op.ts')).code)
  const { chunk, ...segmentFiles } = await segmentBuild()
  return { bundle, leanNoOp, noOp, bundleToNoOp: bundle / noOp, segmentChunk: gzipSize(chunk), segmentFiles }
}
