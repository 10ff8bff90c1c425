/** `dropped` is normal operation: a warning, not a failure. */
export type ErrorCode =
  | 'account_token_missing'
  | 'account_token_conflict'
  | 'beacon_failed'
  | 'beacon_threw'
  | 'dropped'
  | 'queue_full'
  | 'settings_locked'
  | 'unexpected'

/**
 * The only error of this destination. Its message names the setting or the cause and never a value: Segment's metrics
 * and the page's error tracker receive it.
 */
export class InMomentError extends Error {
  override readonly name = 'InMomentError'

  constructor(
    readonly code: ErrorCode,
    message: string
  ) {
    super(`InMoment: ${message}`)
  }

  /** `JSON.stringify` leaves out an error's own message and stack. */
  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, stack: this.stack }
  }
}

export function madeBeforeReset(): InMomentError {
  return new InMomentError('dropped', 'dropped the event because it was made before reset()')
}

/** The page prevents reading or changing `wootricSettings`. What it throws is left out, since it may quote the page. */
export function settingsLocked(): InMomentError {
  return new InMomentError('settings_locked', 'the page does not allow changes to wootricSettings')
}

/** An unexpected error keeps its class and the places in its stack, but not its message, which may quote the page. */
export function toInMomentError(error: unknown): InMomentError {
  if (error instanceof InMomentError) return error
  const { name, stack } = error instanceof Error ? error : new Error()
  const className = /^\w*Error$/.test(name) ? name : 'Error'
  const unexpected = new InMomentError('unexpected', `unexpected ${className}`)
  unexpected.stack = [`${className}: ${unexpected.message}`, ...placesIn(stack)].join('\n')
  return unexpected
}

/** The lines that name a place in the code, without the query and hash of the page's address. */
function placesIn(stack: unknown): string[] {
  const lines = typeof stack === 'string' ? stack.split('\n') : []
  return lines
    .filter((line) => /^\s+at \S.*:\d+:\d+\)?$|^[\w.$/<*]*@\S+:\d+:\d+$/.test(line))
    .map((line) => line.replace(/[?#].*(?=:\d+:\d+\)?$)/, ''))
}
