import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Scripts } from './builds'

// The built package, because Node cannot load Segment's packages as ES modules.
const { presetSubscriptions } = createRequire(import.meta.url)(
  '../../../dist/cjs/index.cjs'
) as typeof import('../../../src')

/** A build of a destination to measure. */
export interface Build {
  /** The name in Segment's settings, and the write key. */
  name: string
  libraryName: string
  scripts: Scripts
}

export interface BenchSite {
  url: string
  close: () => void
}

/**
 * Serves a site and the files of Segment that it needs, with gzip and without caching. `pages` has the code of the script
 * of each page. Pages under `/with-beacon/` already have the beacon.
 */
export async function serveSite(pages: Record<string, string>, builds: Build[]): Promise<BenchSite> {
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
  for (const build of builds) {
    for (const [file, code] of build.scripts) {
      files.set(`/${build.name}/${file}`, ['text/javascript', code])
    }
    files.set(`/v1/projects/${build.name}/settings`, ['application/json', settingsOf(build, url)])
  }
  return { url, close: () => server.close() }
}

/** The response of Segment's CDN for a source with this destination and InMoment's presets. */
function settingsOf({ name, libraryName, scripts }: Build, url: string): string {
  const [file] = scripts[0] ?? []
  const settings = { accountToken: 'NPS-4aeb53c1', subscriptions: presetSubscriptions() }
  const plugin = { name, creationName: name, libraryName, url: `${url}/${name}/${file ?? ''}`, settings }
  return JSON.stringify({ integrations: {}, remotePlugins: [plugin] })
}
