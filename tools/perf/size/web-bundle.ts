import { build, type InlineConfig } from 'vite'
import { webLibrary } from '../../build/web-library'
import { leanRuntime } from '../../build/lean-runtime'

export interface WebBundle {
  code: string
  /** The source map, as JSON. */
  map: string
}

/** Builds an entry exactly as `dist/web/inmoment.js` is built, without writing it. */
export function webBundle(entry: string): Promise<WebBundle> {
  return bundle(webLibrary(entry, 'dist/web'))
}

/** Builds an entry in the same way, but with Segment's runtime as it is published, without Liquid. */
export function bundleOfPublishedRuntime(entry: string): Promise<WebBundle> {
  const alias = { liquidjs: leanRuntime.liquidjs }
  return bundle({ ...webLibrary(entry, 'dist/web'), resolve: { alias }, plugins: [] })
}

/** Builds an entry for the browser without writing it. */
export async function bundle(config: InlineConfig): Promise<WebBundle> {
  const results = await build({
    ...config,
    logLevel: 'error',
    build: { ...config.build, write: false, sourcemap: true }
  })
  const [result] = [results].flat()
  const chunk = result && 'output' in result ? result.output[0] : undefined
  if (!chunk?.map) throw new Error('Vite built no bundle')
  return { code: chunk.code, map: chunk.map.toString() }
}
