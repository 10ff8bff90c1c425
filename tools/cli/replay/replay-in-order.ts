import { parseEvent } from './parse-event'
import { PARTITIONS, partitionOf } from './partitions'
import type { JobResult, ReplayTexts } from './replay-job'

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
  result: JobResult
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
  // One job needs no partitions, and finding them would parse each event a second time.
  const [only, ...others] = jobs
  if (only && others.length === 0) {
    const replayed = await only(batch.map(({ text }) => text))
    return batch.map(({ place }, index) => ({ place, result: replayed[index] ?? [] }))
  }
  const shares = jobs.map((): PlacedText[] => [])
  for (const placed of batch) shares[getJob(placed.text, jobs.length)]?.push(placed)
  const results = new Map<PlacedText, JobResult>()
  const replaying = jobs.map(async (replay, job) => {
    const share = shares[job] ?? []
    const replayed = await replay(share.map(({ text }) => text))
    share.forEach((placed, index) => results.set(placed, replayed[index] ?? []))
  })
  await Promise.all(replaying)
  return batch.map((placed) => ({ place: placed.place, result: results.get(placed) ?? [] }))
}

/** The job of a visitor's events. A text that is not an event can go to any job. */
function getJob(text: string, jobs: number): number {
  try {
    return Math.floor((partitionOf(parseEvent(text)) * jobs) / PARTITIONS)
  } catch {
    return 0
  }
}
