import { parseEvent } from './parse-event'
import { PARTITIONS, partitionOf } from './partitions'
import type { ReplayTexts } from './replay-job'
import type { ReplayResult } from './replayer'

/** The number of events that are sent to a job at once, and that wait for their results. */
const BATCH = 500
const MAX_WAITING = 8

export interface Place {
  file: string
  line: number
}

export interface PlacedText {
  text: string
  place: Place
}

export interface Replayed {
  place: Place
  /** One result per list of mappings, or the reason why the text is not an event. */
  results?: ReplayResult[]
  invalid?: string
}

/**
 * Replays events with several jobs, and yields the results in the order of the events. The events of a visitor always go
 * to the same job, in their order.
 */
export async function* replayInOrder(texts: AsyncIterable<PlacedText>, jobs: ReplayTexts[]): AsyncGenerator<Replayed> {
  const waiting: Promise<Replayed[]>[] = []
  let batch: PlacedText[] = []
  for await (const text of texts) {
    batch.push(text)
    if (batch.length < BATCH) continue
    waiting.push(replayBatch(batch, jobs))
    batch = []
    if (waiting.length >= MAX_WAITING) yield* (await waiting.shift()) ?? []
  }
  waiting.push(replayBatch(batch, jobs))
  for (const replayed of waiting) yield* await replayed
}

async function replayBatch(batch: PlacedText[], jobs: ReplayTexts[]): Promise<Replayed[]> {
  const replayed: Replayed[] = batch.map(({ place }) => ({ place }))
  const shares = jobs.map((): { text: string; entry: Replayed }[] => [])
  replayed.forEach((entry, index) => {
    const text = batch[index]?.text ?? ''
    try {
      const job = Math.floor((partitionOf(parseEvent(text)) * jobs.length) / PARTITIONS)
      shares[job]?.push({ text, entry })
    } catch (error) {
      entry.invalid = error instanceof Error ? error.message : String(error)
    }
  })
  const replaying = jobs.map(async (replay, job) => {
    const share = shares[job] ?? []
    const results = await replay(share.map(({ text }) => text))
    share.forEach(({ entry }, index) => (entry.results = results[index]))
  })
  await Promise.all(replaying)
  return replayed
}
