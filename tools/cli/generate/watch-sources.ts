import { once } from 'node:events'
import { relative, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** In milliseconds: editors write several files, or one file several times. */
const DELAY = 100

/** In milliseconds: the watcher may have been ready before anything could listen. */
const MAX_START = 2_000

/**
 * Calls a function after each change of a source in a folder, one call at a time. Resolves when changes are noticed.
 * Watches until the process ends.
 */
export async function watchSources(folder: string, onChange: () => Promise<void>): Promise<void> {
  const { createServer } = await import('vite')
  // Node's own watcher misses changes after an editor has replaced a file. Vite's does not.
  const { watcher } = await createServer({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false }
  })
  const ready = Promise.race([once(watcher, 'ready'), wait(MAX_START)])
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  watcher.on('all', (_event, path) => {
    if (!isSource(relative(folder, path))) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(onChange)
    }, DELAY)
  })
  await ready
}

/** Whether the generated files can depend on a file. */
export function isSource(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('generated-types.ts') && !path.split(sep).includes('__tests__')
}
