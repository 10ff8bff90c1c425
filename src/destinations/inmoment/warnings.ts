import type { Context } from '@segment/analytics-next'

/** Logs a problem: the name of the field, setting or property, and a phrase that follows it. Never the value. */
export type Warn = (name: string, problem: string) => void

/** Warnings go to the event's own context, Segment's channel for them: the console belongs to the page. */
export function warnIn(context: Context): Warn {
  return (name, problem) => context.log('warn', `InMoment: ${name} ${problem}`, { name, problem })
}
