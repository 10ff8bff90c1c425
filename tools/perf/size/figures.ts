import { gzipSize } from './gzip-size'
import { segmentBuild } from './segment-build'
import { bundleOfPublishedRuntime, webBundle } from './web-bundle'

/** Sizes in bytes after gzip. */
export interface Figures {
  /** `dist/web/inmoment.js`. */
  bundle: number
  /** The bundle of a no-op destination, built in the same way. */
  leanNoOp: number
  /** The same with Segment's runtime as it is published. */
  noOp: number
  bundleToNoOp: number
  /** The destination's entry in Segment's build. */
  segmentChunk: number
  /** The entry of a no-op destination there. */
  segmentNoOp: number
  /** The chunk with the runtime there, which all destinations share. */
  segmentShared: number
  /** The modules in the destination's entry, and those in the shared chunk. */
  segmentModules: { entry: string[]; shared: string[] }
}

export async function figures(): Promise<Figures> {
  const bundle = gzipSize((await webBundle('src/web.ts')).code)
  const leanNoOp = gzipSize((await webBundle('tools/perf/size/no-op-web.ts')).code)
  const noOp = gzipSize((await bundleOfPublishedRuntime('tools/perf/size/no-op-web.ts')).code)
  const segment = await segmentBuild()
  return {
    bundle,
    leanNoOp,
    noOp,
    bundleToNoOp: bundle / noOp,
    segmentChunk: gzipSize(segment.inmoment.code),
    segmentNoOp: gzipSize(segment.noOp.code),
    segmentShared: gzipSize(segment.shared.code),
    segmentModules: { entry: segment.inmoment.modules, shared: segment.shared.modules }
  }
}
