import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(__dirname, '../..')

export const EXAMPLES = join(ROOT, 'tools/tester/example-events.jsonl')

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** Runs the command line as a script does, without a terminal. */
export function run(args: string[], { input = '', root = ROOT, env = {} } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/run'), args, {
    cwd: root,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9
  })
  return { code: status, out: stdout, err: stderr }
}

/** What was printed as JSON lines. */
export function jsonLines(out: string): Record<string, unknown>[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
