/** The exit codes: 0 is success, the others are these. */
export const FOUND_PROBLEMS = 1
export const WRONG_USAGE = 2

/** Something that the user can put right, such as a file that is not there; ends the command with `WRONG_USAGE`. */
export class UsageError extends Error {}

/** An error in one line: oclif adds more lines of its own. */
export function errorLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line)
    .join(' ')
    .replace('See more help with --help', '(--help tells more)')
}

/** oclif's own errors, such as an unknown flag, carry the exit code that it would use. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return WRONG_USAGE
  const oclif = error instanceof Error && 'oclif' in error ? (error.oclif as { exit?: number }) : undefined
  return oclif?.exit ?? FOUND_PROBLEMS
}
