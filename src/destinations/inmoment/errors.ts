/** An error of this destination. The message never contains values, because Segment and error trackers receive it. */
export class InMomentError extends Error {
  override readonly name = 'InMomentError'

  /** The kind of error, such as `account_token_missing`. `dropped` is normal operation and is logged as a warning. */
  readonly code: string

  constructor(code: string, message: string) {
    super(`InMoment: ${message}`)
    this.code = code
  }

  /** Includes the message and stack, which `JSON.stringify` skips. */
  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, stack: this.stack }
  }
}

export function createResetError(): InMomentError {
  return new InMomentError('dropped', 'dropped the event because it was made before reset()')
}

export function createSettingsError(): InMomentError {
  return new InMomentError('settings_locked', 'the page does not allow changes to wootricSettings')
}

/**
 * Converts an unexpected error to an `InMomentError` with the same class name and stack locations. Removes the message
 * and the queries of URLs, which may contain personal data. Returns an `InMomentError` unchanged. Accepts any value.
 */
export function convertError(error: unknown): InMomentError {
  if (error instanceof InMomentError) return error
  const { name, message, stack }: Omit<Error, 'stack'> & { stack?: unknown } =
    error instanceof Error ? error : new Error()
  const unexpected = new InMomentError('unexpected', `unexpected ${/^\w*Error$/.test(name) ? name : 'Error'}`)
  // In Chromium, the stack starts with the message.
  const locations = String(stack)
    .replace(message, '')
    .split('\n')
    .filter((line) => /^(\s+at .*|\S*@\S+):\d+:\d+\)?$/.test(line))
  unexpected.stack = [unexpected.message, ...locations].join('\n').replace(/[?#]\S*(?=:\d+:\d+)/g, '')
  return unexpected
}
