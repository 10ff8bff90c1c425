import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Scripts } from './builds'

// As built: Node cannot load the sources, since Segment's packages are no ES modules for it.
const { presetSubscriptions } = createRequire(import.meta.url)(
  '../../../dist/cjs/index.cjs'
) as typeof import('../../../src')

/** A destination under measurement. */
export interface Contender {
  /** Stands in Segment's settings, and for the write key that gives them. */
  name: string
  libraryName: string
  scripts: Scripts
}

export interface BenchSite {
  url: string
  close: () => void
}

/**
 * Serves a site with all that its pages need of Segment, packed with gzip and never cached, from this machine. `page` is
 * the path of a script by the name of a page. Pages under `/with-beacon/` have the beacon already.
 */
export async function serveSite(pages: Record<string, string>, contenders: Contender[]): Promise<BenchSite> {
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
  for (const contender of contenders) {
    for (const [file, code] of contender.scripts) {
      files.set(`/${contender.name}/${file}`, ['text/javascript', code])
    }
    files.set(`/v1/projects/${contender.name}/settings`, ['application/json', settingsOf(contender, url)])
  }
  return { url, close: () => server.close() }
}

/** What Segment's CDN gives for a source with this destination, the presets of InMoment switched on. */
function settingsOf({ name, libraryName, scripts }: Contender, url: string): string {
  const [file] = scripts[0] ?? []
  const settings = { accountToken: 'NPS-4aeb53c1', subscriptions: presetSubscriptions() }
  const plugin = { name, creationName: name, libraryName, url: `${url}/${name}/${file ?? ''}`, settings }
  return JSON.stringify({ integrations: {}, remotePlugins: [plugin] })
}
