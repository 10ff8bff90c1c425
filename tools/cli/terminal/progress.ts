import { SingleBar } from 'cli-progress'

export interface Progress {
  addBytes(bytes: number): void
  addEvent(): void
  /** Clears the line for other output. The next update draws the bar again. */
  clear(): void
  stop(): void
}

const noop = () => undefined

/** Creates a progress bar on standard error if that is a terminal. */
export function createProgress(totalBytes: number | undefined): Progress {
  if (!process.stderr.isTTY) return { addBytes: noop, addEvent: noop, clear: noop, stop: noop }
  const bar = new SingleBar({
    format: totalBytes === undefined ? '{events} events' : '{bar} {percentage}% | {events} events',
    stream: process.stderr,
    clearOnComplete: true,
    forceRedraw: true
  })
  let events = 0
  bar.start(totalBytes ?? 1, 0, { events })
  return {
    addBytes: (bytes) => bar.increment(totalBytes === undefined ? 0 : bytes),
    addEvent: () => bar.update({ events: ++events }),
    clear: () => process.stderr.write('\r\x1B[K'),
    stop: () => bar.stop()
  }
}
