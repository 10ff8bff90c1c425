import { SingleBar } from 'cli-progress'

export interface Progress {
  /** Adds the number of bytes that were read. */
  read(bytes: number): void
  /** Adds one event. */
  count(): void
  /** Clears the line of the bar before other text. The bar appears again after it. */
  clear(): void
  stop(): void
}

/** A progress bar on standard error if it is a terminal, otherwise nothing. */
export function progressOf(totalBytes: number | undefined): Progress {
  if (!process.stderr.isTTY) {
    return { read: () => undefined, count: () => undefined, clear: () => undefined, stop: () => undefined }
  }
  const bar = new SingleBar({
    format: totalBytes === undefined ? '{events} events' : '{bar} {percentage} % | {events} events',
    stream: process.stderr,
    clearOnComplete: true,
    forceRedraw: true
  })
  let events = 0
  bar.start(totalBytes ?? 1, 0, { events })
  return {
    read: (bytes) => bar.increment(totalBytes === undefined ? 0 : bytes),
    count: () => bar.update({ events: ++events }),
    clear: () => process.stderr.write('\r\x1B[K'),
    stop: () => bar.stop()
  }
}
