import type { Context } from '@segment/analytics-next'

/** Logs a problem: the name of the field, setting or property, and a phrase that follows it. Never the value. */
export type Warn = (name: string, problem: string) => void

/** Of more, only the number is logged. */
const MAX_WARNINGS = 20

/** In characters: names come from the event. */
const MAX_NAME = 255

/** Warnings go to the event's own context, Segment's channel for them: the console belongs to the page. */
export function warnIn(context: Context): Warn {
  return (name, problem) => {
    const shortName = name.slice(0, MAX_NAME)
    context.log('warn', `InMoment: ${shortName} ${problem}`, { name: shortName, problem })
  }
}

/** Describes an event with at most 20 warnings, and then one that counts the others. */
export function withLimit<Result>(warn: Warn, describe: (warn: Warn) => Result): Result {
  let count = 0
  const result = describe((name, problem) => {
    count += 1
    if (count <= MAX_WARNINGS) warn(name, problem)
  })
  if (count > MAX_WARNINGS) warn(`${count - MAX_WARNINGS} more values`, 'were dropped')
  return result
}
