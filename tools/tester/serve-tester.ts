import type { Plugin } from 'vite'
import { testerConfig } from './vite-config'

/** Not the default port of Vite's servers, whose projects would share this origin's service worker. */
const DEFAULT_PORT = 4517

export interface TesterOptions {
  /** Default: 4517, or the next free port. */
  port?: number
  /** Loads InMoment's own beacon with this account token, instead of the sandbox beacon. */
  liveToken?: string
}

export interface ServedTester {
  url: string
  close(): Promise<void>
}

/** Serves the action tester with hot updates, only to this machine. */
export async function serveTester({ port, liveToken }: TesterOptions = {}): Promise<ServedTester> {
  const { createServer } = await import('vite')
  const config = await testerConfig()
  const server = await createServer({
    ...config,
    logLevel: 'error',
    plugins: [...(config.plugins ?? []), liveMode(liveToken)],
    server: {
      host: 'localhost',
      port: port ?? DEFAULT_PORT,
      strictPort: port !== undefined && port !== 0,
      // Another site must not frame the page and have its buttons clicked.
      headers: { 'content-security-policy': "frame-ancestors 'none'", 'x-frame-options': 'DENY' }
    }
  })
  await server.listen()
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() }
}

/** Only the server turns live mode on, so that a link cannot send data to another account. */
function liveMode(liveToken: string | undefined): Plugin {
  return {
    name: 'live-mode',
    transformIndexHtml: () =>
      liveToken === undefined
        ? []
        : [{ tag: 'meta', attrs: { name: 'inmoment-live', content: liveToken }, injectTo: 'head' }]
  }
}
