/** The message of an error as one line. The mapping kit combines errors, and includes the stack of each in the message. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (Symbol.iterator in error) return Array.from(error as unknown as Iterable<unknown>, errorMessage).join('; ')
  return error.message.split('\n', 1).join('')
}
