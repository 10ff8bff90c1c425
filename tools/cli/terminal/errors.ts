import { escapeText } from './escape'

/** The exit codes. 0 is success. */
export const FOUND_PROBLEMS = 1
export const WRONG_USAGE = 2

/** An error that the user can fix, such as a file that does not exist. The command exits with `WRONG_USAGE`. */
export class UsageError extends Error {}

/** Formats an error on one line, and escapes it. Messages of oclif have several lines. */
export function formatError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message
    .replace('See more help with --help', '(see --help)')
    .split('\n')
    .map((line) => line.trim())
  return escapeText(lines.filter((line) => line).join(' '))
}

/** Errors of oclif, such as an unknown flag, include the exit code. */
export function getExitCode(error: unknown): number {
  if (error instanceof UsageError) return WRONG_USAGE
  const oclif = error instanceof Error && 'oclif' in error ? (error.oclif as { exit?: number }) : undefined
  return oclif?.exit ?? FOUND_PROBLEMS
}
