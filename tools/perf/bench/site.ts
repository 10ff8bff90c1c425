import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Scripts } from './builds'

// The built package, because Node cannot load the ES modules of Segment's packages, which the source imports.
const { presetSubscriptions } = createRequire(import.meta.url)(
  '../../../dist/cjs/index.cjs'
) as typeof import('../../../src')

/** A destination that is measured. */
export interface Variant {
  /** The name in Segment's settings, and the write key of these settings. */
  name: string
  libraryName: string
  scripts: Scripts
}

export interface BenchSite {
  url: string
  close: () => void
}

/**
 * Serves a site and what Segment's CDN serves for it, compressed and without caching. `pages` are the scripts of its
 * pages by name. On pages under `/with-beacon/`, the beacon has already loaded.
 */
export async function serveSite(pages: Record<string, string>, variants: Variant[]): Promise<BenchSite> {
  const html = (script: string, before = '') =>
    `<!doctype html><title>Shop</title>${before}<script src="/${script}.js"></script>`
  const files = new Map<string, [type: string, content: string]>(
    Object.entries(pages).flatMap(([name, script]) => [
      [`/${name}`, ['text/html', html(name)]],
      [`/with-beacon/${name}`, ['text/html', html(name, '<script>window.wootric = () => undefined</script>')]],
      [`/${name}.js`, ['text/javascript', script]]
    ])
  )
  const server = createServer((request, response) => {
    const [type, content] = files.get(request.url ?? '') ?? []
    if (type === undefined || content === undefined) return response.writeHead(404).end()
    const headers = { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-store' }
    response.writeHead(200, headers).end(gzipSync(content))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const variant of variants) {
    for (const [file, code] of variant.scripts) {
      files.set(`/${variant.name}/${file}`, ['text/javascript', code])
    }
    files.set(`/v1/projects/${variant.name}/settings`, ['application/json', createSettings(variant, url)])
  }
  return { url, close: () => server.close() }
}

/** Creates the settings that Segment's CDN serves for a source with this destination and InMoment's presets. */
function createSettings({ name, libraryName, scripts }: Variant, url: string): string {
  const [file] = scripts[0] ?? []
  const settings = { accountToken: 'NPS-4aeb53c1', subscriptions: presetSubscriptions() }
  const plugin = { name, creationName: name, libraryName, url: `${url}/${name}/${file ?? ''}`, settings }
  return JSON.stringify({ integrations: {}, remotePlugins: [plugin] })
}
