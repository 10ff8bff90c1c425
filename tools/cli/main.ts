import { run } from '@oclif/core'
import { errorLine, exitCodeOf } from './terminal/errors'

/** Runs the command line. Errors are printed as one line; `DEBUG=1` adds the stack. */
export async function main(): Promise<void> {
  exitWhenPipeCloses()
  try {
    await run(process.argv.slice(2), __dirname)
  } catch (error) {
    const code = exitCodeOf(error)
    if (code !== 0) process.stderr.write(`Error: ${errorLine(error)}\n`)
    if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
    process.exitCode = code
  }
}

/** `./bin/run replay … | head` closes the pipe early, which is not an error. */
function exitWhenPipeCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
