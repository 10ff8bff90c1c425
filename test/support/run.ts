import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(__dirname, '../..')

export const EXAMPLES = join(ROOT, 'tools/tester/example-events.jsonl')

/** Runs Node with these arguments, and returns the standard output. Throws if it fails. */
export function runNode(args: string[], { cwd = ROOT } = {}): string {
  return execFileSync(process.execPath, args, { cwd, encoding: 'utf8' })
}

export interface CommandResult {
  code: number | null
  out: string
  err: string
}

/** Runs the command line without a terminal. */
export function run(args: string[], { input = '', root = ROOT, env = {} } = {}): CommandResult {
  const { status, stdout, stderr } = spawnSync(join(root, 'bin/run'), args, {
    cwd: root,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9
  })
  return { code: status, out: stdout, err: stderr }
}

/** Parses JSON lines. */
export function parseJsonLines(out: string): Record<string, unknown>[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
