import { getGzipSize } from './gzip-size'
import { buildLikeSegment } from './segment-build'
import { bundleOfPublishedRuntime, webBundle } from './web-bundle'

/** Sizes in bytes after gzip. */
export interface Sizes {
  /** `dist/web/inmoment.js`. */
  bundle: number
  /** The bundle of a no-op destination, with the same stand-ins for Segment's runtime. */
  leanNoOp: number
  /** The bundle of a no-op destination, with Segment's published runtime. */
  noOp: number
  bundleToNoOp: number
  /** The destination's entry in Segment's build. */
  segmentChunk: number
  /** The entry of a no-op destination in Segment's build. */
  segmentNoOp: number
  /** The chunk with the runtime in Segment's build, which all destinations share. */
  segmentShared: number
  /** The modules in the destination's entry and in the shared chunk. */
  segmentModules: { entry: string[]; shared: string[] }
}

/** Builds the bundles and returns their sizes. */
export async function measureSizes(): Promise<Sizes> {
  const bundle = getGzipSize((await webBundle('src/web.ts')).code)
  const leanNoOp = getGzipSize((await webBundle('tools/perf/size/no-op-web.ts')).code)
  const noOp = getGzipSize((await bundleOfPublishedRuntime('tools/perf/size/no-op-web.ts')).code)
  const segment = await buildLikeSegment()
  return {
    bundle,
    leanNoOp,
    noOp,
    bundleToNoOp: bundle / noOp,
    segmentChunk: getGzipSize(segment.inmoment.code),
    segmentNoOp: getGzipSize(segment.noOp.code),
    segmentShared: getGzipSize(segment.shared.code),
    segmentModules: { entry: segment.inmoment.modules, shared: segment.shared.modules }
  }
}
