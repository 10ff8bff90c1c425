import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { endProcess } from './end-process'

/** Shared with the teardown, which runs in the same process. */
declare global {
  var testDisplay: ChildProcess | undefined
}

/** Starts a virtual display for WebKitGTK, which has no headless mode. Does nothing if there is a display, or no Xvfb. */
export async function startDisplay(): Promise<void> {
  if (process.env.DISPLAY) return
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const number = once(display.stdio[3] as Readable, 'data')
  try {
    await once(display, 'spawn')
  } catch {
    return
  }
  globalThis.testDisplay = display
  process.env.DISPLAY = `:${String(await number).trim()}`
}

export async function stopDisplay(): Promise<void> {
  if (globalThis.testDisplay) await endProcess(globalThis.testDisplay)
}
