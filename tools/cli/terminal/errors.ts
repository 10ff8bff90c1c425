/** The exit codes other than 0, success. */
export const FOUND_PROBLEMS = 1
export const WRONG_USAGE = 2

/** An error that the user can fix, such as a missing file. The command exits with `WRONG_USAGE`. */
export class UsageError extends Error {}

/** An error as one line. oclif's errors have several. */
export function errorLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line)
    .join(' ')
    .replace('See more help with --help', '(use --help)')
}

/** oclif's errors, such as an unknown flag, have an exit code. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return WRONG_USAGE
  const oclif = error instanceof Error && 'oclif' in error ? (error.oclif as { exit?: number }) : undefined
  return oclif?.exit ?? FOUND_PROBLEMS
}
