import { run } from '@oclif/core'
import { COMMANDS } from './commands'
import { FOUND_PROBLEMS, formatError, getExitCode } from './terminal/errors'
import { printError } from './terminal/output'
import { describeUnknownName } from './terminal/unknown-names'

/** Runs the command line. Prints an error on one line, and with `DEBUG=1` also its stack trace. */
export async function main(): Promise<void> {
  exitOnClosedPipe()
  try {
    await run(process.argv.slice(2), __dirname)
  } catch (error) {
    const code = getExitCode(error)
    const message = describeUnknownName(error, Object.keys(COMMANDS)) ?? error
    if (code !== 0) printError(`Error: ${formatError(message)}\n`)
    if (process.env.DEBUG && error instanceof Error) printError(`${error.stack ?? ''}\n`)
    process.exitCode = code
  }
}

/** A command such as `./bin/run replay … | head` closes the pipe early. That is not an error. */
function exitOnClosedPipe(): void {
  // oclif's own listener would throw, with a stack trace.
  process.stdout.removeAllListeners('error')
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(0)
    const reason = code === 'ENOSPC' ? 'no space left on device' : message
    printError(`Error: cannot write to standard output: ${reason}\n`)
    process.exit(FOUND_PROBLEMS)
  })
}
