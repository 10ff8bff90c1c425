/**
 * Returns the message of an error on one line. The mapping kit combines the errors of a mapping into one, whose own
 * message contains their stack traces.
 */
export function getErrorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (Symbol.iterator in error) return Array.from(error as unknown as Iterable<unknown>, getErrorMessage).join('; ')
  return error.message.split('\n', 1).join('')
}
