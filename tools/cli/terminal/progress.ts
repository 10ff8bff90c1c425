import { SingleBar } from 'cli-progress'

export interface Progress {
  /** So many bytes were read. */
  read(bytes: number): void
  /** One more event is done. */
  count(): void
  /** Takes the bar away from the line on which other text comes; it is drawn again in a moment. */
  clear(): void
  stop(): void
}

/** A progress bar on the standard error where that is a terminal, and nothing elsewhere. */
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
