import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { alternate } from '../alternation'
import { figureOf, ratios, type Figure } from '../figure'
import goals from '../goals.json'

const root = join(import.meta.dirname, '../../../..')
const run = promisify(execFile)
/** Repetitions of the example events, so that the start of the command is a small part. */
const REPEATED = 10_000

/** Measures the events per second of the whole `replay` command, over `JSON.parse` alone on the same lines. */
export async function replayRate(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'inmoment-replay-'))
  try {
    const examples = readFileSync(join(root, 'tools/tester/example-events.jsonl'), 'utf8')
    const recording = join(folder, 'recording.jsonl')
    writeFileSync(recording, examples.repeat(REPEATED))
    const lines = readFileSync(recording, 'utf8').trimEnd().split('\n')
    const rate = async (act: () => Promise<unknown>) => {
      const start = performance.now()
      await act()
      return (lines.length / (performance.now() - start)) * 1000
    }
    const runs = await alternate({
      replay: () => rate(() => run(join(root, 'bin/run'), ['replay', recording, '--summary'])),
      parse: () => rate(() => Promise.resolve(lines.forEach((line) => void JSON.parse(line))))
    })
    return [
      figureOf('over JSON.parse alone', 'ratio', ratios(runs.replay, runs.parse), goals.replayToJson),
      figureOf('replay', 'events a second', runs.replay),
      figureOf('JSON.parse alone', 'events a second', runs.parse)
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
