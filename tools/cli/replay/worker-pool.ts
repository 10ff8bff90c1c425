import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { createJob, type JobOptions, type JobResult, type ReplayTexts } from './replay-job'

export interface JobPool {
  /** One function per job. Each handles one list of texts at a time, in the order of the calls. */
  jobs: ReplayTexts[]
  close(): Promise<void>
}

/** Starts worker threads, or with one job, replays in this thread. */
export function startJobs(count: number, options: JobOptions): JobPool {
  if (count === 1) return { jobs: [inSequence(createJob(options))], close: () => Promise.resolve() }
  const workers = Array.from({ length: count }, () => startWorker(options))
  return {
    jobs: workers.map((worker) => inSequence(replayIn(worker))),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    }
  }
}

/** Workers do not inherit tsx from this thread. */
function startWorker(workerData: JobOptions): Worker {
  const modules = [require.resolve('tsx/cjs'), join(__dirname, 'worker.ts')]
  const code = modules.map((path) => `require(${JSON.stringify(path)})`).join('\n')
  return new Worker(code, { eval: true, workerData })
}

function replayIn(worker: Worker): ReplayTexts {
  return async (texts) => {
    const answer = once(worker, 'message') as Promise<[{ results?: JobResult[]; error?: string }]>
    worker.postMessage(texts)
    const [{ results, error }] = await answer
    if (!results) throw new Error(error)
    return results
  }
}

/** Starts each call when the call before has finished, because the events of a visitor depend on each other. */
function inSequence(replay: ReplayTexts): ReplayTexts {
  let last: Promise<unknown> = Promise.resolve()
  return (texts) => {
    const replayed = last.then(() => replay(texts))
    last = replayed.catch(() => undefined)
    return replayed
  }
}
