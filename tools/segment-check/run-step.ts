import { spawnSync } from 'node:child_process'

interface StepOptions {
  cwd: string
  env?: Record<string, string>
}

/** Runs a command, and prints the step with its duration. Throws with the command's output if it fails. */
export function runStep(title: string, [command, ...args]: [string, ...string[]], { cwd, env }: StepOptions): string {
  const start = performance.now()
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9
  })
  if (error) throw error
  const output = `${stdout}${stderr}`
  if (status !== 0) throw new Error(`${title} failed: ${[command, ...args].join(' ')}\n\n${output.trim()}`)
  console.log(`${title.padEnd(44)} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s`)
  return output
}
