/**
 * What went wrong in a mapping, on one line. The mapping kit gathers several errors in one whose own message holds the
 * stack trace of each.
 */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (Symbol.iterator in error) return Array.from(error as unknown as Iterable<unknown>, errorMessage).join('; ')
  return error.message.split('\n', 1).join('')
}
