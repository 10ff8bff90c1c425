import { parentPort, workerData } from 'node:worker_threads'
import { createJob, type JobOptions } from './replay-job'

/** The code of a worker thread: replays each list of texts that it receives. */
const replay = createJob(workerData as JobOptions)

parentPort?.on('message', (texts: string[]) => {
  replay(texts).then(
    (results) => parentPort?.postMessage({ results }),
    (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  )
})
