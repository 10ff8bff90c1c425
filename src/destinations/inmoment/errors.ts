/** The message names the setting or the cause, never a value: Segment's metrics and error trackers receive it. */
export class InMomentError extends Error {
  override readonly name = 'InMomentError'

  /** The kind of error, for programs. `dropped` is normal operation: a warning, not a failure. */
  readonly code: string

  constructor(code: string, message: string) {
    super(`InMoment: ${message}`)
    this.code = code
  }

  /** `JSON.stringify` skips the message and the stack of an error. */
  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, stack: this.stack }
  }
}

export function madeBeforeReset(): InMomentError {
  return new InMomentError('dropped', 'dropped the event because it was made before reset()')
}

export function settingsLocked(): InMomentError {
  return new InMomentError('settings_locked', 'the page does not allow changes to wootricSettings')
}

/** Wraps other errors. Keeps the class and the stack's code locations, but not the message, which may contain values. */
export function toInMomentError(error: unknown): InMomentError {
  if (error instanceof InMomentError) return error
  const { name, message, stack }: Omit<Error, 'stack'> & { stack?: unknown } =
    error instanceof Error ? error : new Error()
  const unexpected = new InMomentError('unexpected', `unexpected ${/^\w*Error$/.test(name) ? name : 'Error'}`)
  // Chromium repeats the message in the stack. The queries of URLs may contain personal data.
  const places = String(stack)
    .replace(message, '')
    .split('\n')
    .filter((line) => /^(\s+at .*|\S*@\S+):\d+:\d+\)?$/.test(line))
  unexpected.stack = [unexpected.message, ...places].join('\n').replace(/[?#]\S*(?=:\d+:\d+)/g, '')
  return unexpected
}
