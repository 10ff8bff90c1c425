import type { Context } from '@segment/analytics-next'

/**
 * Tells of a problem in an event: the name of the field, setting or property, and what is wrong with it, a phrase that
 * goes on after the name. Never the value, which may be personal.
 */
export type Warn = (name: string, problem: string) => void

/** Warnings in the event's own context, Segment's channel for them: the console belongs to the page. */
export function warnIn(context: Context): Warn {
  return (name, problem) => context.log('warn', `InMoment: ${name} ${problem}`, { name, problem })
}
