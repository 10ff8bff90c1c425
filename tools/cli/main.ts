import { run } from '@oclif/core'
import { errorLine, exitCodeOf } from './terminal/errors'

/** Runs the command line. Whatever fails is told in one line; `DEBUG=1` shows where. */
export async function main(): Promise<void> {
  exitQuietlyWhenNobodyReads()
  try {
    await run(process.argv.slice(2), __dirname)
  } catch (error) {
    const code = exitCodeOf(error)
    if (code !== 0) process.stderr.write(`Error: ${errorLine(error)}\n`)
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
    process.exitCode = code
  }
}

/** `./bin/run replay … | head` ends the pipe early, which is no fault. */
function exitQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
