import type { Context } from '@segment/analytics-next'

/** The warnings that were logged during the delivery of an event. */
export function getWarnings(context: Context): string[] {
  return context.logs().flatMap(({ level, message }) => (level === 'warn' ? [message] : []))
}
