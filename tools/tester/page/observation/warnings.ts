import { Context } from '@segment/analytics-next'
import { recordWarning } from '../timeline/record'

/** A destination's warnings say all in their message; where analytics.js logs an error, the error does. */
function textOf(message: string, extras: object | undefined): string {
  if (extras instanceof Error) return extras.message
  return extras && 'error' in extras && extras.error instanceof Error ? extras.error.message : message
}

/**
 * analytics.js hands each destination a context of its own and drops it afterwards, with what was logged there:
 * listening to all contexts is the only way to show it.
 */
export function recordWarnings(): void {
  Context.prototype.log = function (level, message, extras) {
    if (level === 'warn' || level === 'error') {
      recordWarning(this.event.messageId, { level, text: textOf(message, extras) })
    }
    this.logger.log(level, message, extras)
  }
}
