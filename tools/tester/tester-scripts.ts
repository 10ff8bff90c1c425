import { join } from 'node:path'
import type { InlineConfig, Plugin, Rolldown } from 'vite'
import { webLibrary } from '../build/web-library'
import { ROOT } from '../project'

/** The scripts that the page loads as classic scripts, by their URL. */
const SCRIPTS: Record<string, () => InlineConfig> = {
  // The destination's bundle, as it is published.
  'web/inmoment.js': () => webLibrary('src/web.ts', ROOT),
  'sandbox-beacon.js': () => sandboxScript('sandbox-beacon'),
  // Not every browser supports modules as service workers.
  'service-worker.js': () => sandboxScript('service-worker')
}

function sandboxScript(name: string): InlineConfig {
  const entry = join(__dirname, `sandbox/${name}.ts`)
  return {
    configFile: false,
    logLevel: 'silent',
    root: __dirname,
    build: { lib: { entry, formats: ['iife'], name: 'sandbox', fileName: () => `${name}.js` } }
  }
}

async function buildScript(path: string): Promise<string> {
  const { build } = await import('vite')
  const config = SCRIPTS[path]?.()
  const result = await build({
    ...config,
    logLevel: 'silent',
    build: { ...config?.build, sourcemap: false, write: false }
  })
  const [output] = Array.isArray(result) ? result : [result as Rolldown.RolldownOutput]
  return output?.output[0].code ?? ''
}

/** Serves the scripts, built when they are requested and again after a change, and writes them to the static site. */
export function testerScripts(): Plugin {
  const built = new Map<string, Promise<string>>()
  return {
    name: 'tester-scripts',
    configureServer(server) {
      server.watcher.add(join(ROOT, 'src'))
      server.watcher.on('change', (path) => {
        if (!path.startsWith(join(ROOT, 'src')) && !path.startsWith(join(__dirname, 'sandbox'))) return
        built.clear()
        // The page's modules update themselves, but classic scripts need a new page.
        server.ws.send({ type: 'full-reload' })
      })
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '', 'http://localhost').pathname.slice(1)
        if (!Object.hasOwn(SCRIPTS, path)) return next()
        const script = built.get(path) ?? buildScript(path)
        built.set(path, script)
        script.then(
          (code) => {
            response.setHeader('content-type', 'text/javascript')
            response.setHeader('cache-control', 'no-store')
            response.end(code)
          },
          (error: unknown) => {
            built.delete(path)
            const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
            // Shows Vite's overlay in the page.
            server.ws.send({ type: 'error', err: { message, stack } })
            response.statusCode = 500
            response.end()
          }
        )
      })
    },
    async generateBundle() {
      for (const fileName of Object.keys(SCRIPTS)) {
        this.emitFile({ type: 'asset', fileName, source: await buildScript(fileName) })
      }
    }
  }
}
