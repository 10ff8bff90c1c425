import { preview } from 'vite'
import { demoOutput } from './build-tester'

const DEFAULT_PORT = 4173

export interface ServeDemoOptions {
  /** Without one the default, or the next that is free. */
  port?: number
  /** An InMoment account's token: the page then loads the real beacon. */
  liveToken?: string
}

export interface ServedDemo {
  url: string
  close(): Promise<void>
}

/** Serves what `buildDemo` has built, to this machine alone. */
export async function serveDemo({ port, liveToken }: ServeDemoOptions = {}): Promise<ServedDemo> {
  const server = await preview({
    configFile: false,
    logLevel: 'silent',
    build: { outDir: demoOutput },
    preview: { host: 'localhost', port: port ?? DEFAULT_PORT, strictPort: port !== undefined, open: false }
  })
  const url = new URL(server.resolvedUrls?.local[0] ?? `http://localhost:${port ?? DEFAULT_PORT}/`)
  if (liveToken !== undefined) url.searchParams.set('live', liveToken)
  return { url: url.href, close: () => server.close() }
}
