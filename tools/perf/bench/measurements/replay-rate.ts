import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { measureAlternately } from '../alternate'
import { createFigure, getRatios, type Figure } from '../figure'
import { EXAMPLE_EVENTS, ROOT } from '../../../project'
import goals from '../goals.json'

const run = promisify(execFile)

/** The time includes the start of the command, which many events make a small part. */
const REPETITIONS = 10_000

/** Measures the events per second of the `replay` command, compared with only `JSON.parse` on the same lines. */
export async function measureReplayRate(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'inmoment-replay-'))
  try {
    const examples = readFileSync(EXAMPLE_EVENTS, 'utf8')
    const recording = join(folder, 'recording.jsonl')
    writeFileSync(recording, examples.repeat(REPETITIONS))
    const lines = readFileSync(recording, 'utf8').trimEnd().split('\n')
    const measureRate = async (act: () => Promise<unknown>) => {
      const start = performance.now()
      await act()
      return (lines.length / (performance.now() - start)) * 1000
    }
    const runs = await measureAlternately({
      replay: () => measureRate(() => run(join(ROOT, 'bin/run'), ['replay', recording, '--summary'])),
      parse: () => measureRate(() => Promise.resolve(lines.forEach((line) => void JSON.parse(line))))
    })
    return [
      createFigure('compared with JSON.parse', 'ratio', getRatios(runs.replay, runs.parse), goals.replayToJson),
      createFigure('replay', 'events per second', runs.replay),
      createFigure('JSON.parse', 'events per second', runs.parse)
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
