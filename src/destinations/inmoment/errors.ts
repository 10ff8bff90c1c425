/** The message names the setting or the cause, never a value: Segment's metrics and error trackers receive it. */
export class InMomentError extends Error {
  override readonly name = 'InMomentError'

  /** What went wrong, for programs. `dropped` is normal operation: a warning, not a failure. */
  readonly code: string

  constructor(code: string, message: string) {
    super(`InMoment: ${message}`)
    this.code = code
  }

  /** `JSON.stringify` leaves out an error's own message and stack. */
  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, stack: this.stack }
  }
}

export function madeBeforeReset(): InMomentError {
  return new InMomentError('dropped', 'dropped the event because it was made before reset()')
}

export function settingsLocked(): InMomentError {
  return new InMomentError('settings_locked', 'the page locks wootricSettings')
}

/** An unexpected error keeps its class and the places in its stack, but not its message, which may quote the page. */
export function toInMomentError(error: unknown): InMomentError {
  if (error instanceof InMomentError) return error
  const { name, message, stack }: Omit<Error, 'stack'> & { stack?: unknown } =
    error instanceof Error ? error : new Error()
  const unexpected = new InMomentError('unexpected', `unexpected ${/^\w*Error$/.test(name) ? name : 'Error'}`)
  // Chromium repeats the message before the places. The addresses may hold personal data in their queries.
  const places = String(stack)
    .replace(message, '')
    .split('\n')
    .filter((line) => /^(\s+at .*|\S*@\S+):\d+:\d+\)?$/.test(line))
  unexpected.stack = [unexpected.message, ...places].join('\n').replace(/[?#]\S*(?=:\d+:\d+)/g, '')
  return unexpected
}
