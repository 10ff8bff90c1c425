import type { Context } from '@segment/analytics-next'

/** Logs a problem: the name of a field, setting or property, and a phrase that follows it. Never logs the value. */
export type Warn = (name: string, problem: string) => void

/** If an event has more warnings, only their number is logged. */
const MAX_WARNINGS = 20

/** In characters. Names come from the event. */
const MAX_NAME = 255

/** Creates a function that logs warnings to the event's context. The console belongs to the page. */
export function warnIn(context: Context): Warn {
  return (name, problem) => {
    const shortName = name.slice(0, MAX_NAME)
    context.log('warn', `InMoment: ${shortName} ${problem}`, { name: shortName, problem })
  }
}

/** The number of warnings for each event. Several mappings may use the same event. */
const logged = new WeakMap<Context, number>()

/** Converts an event with at most 20 warnings, and then one that counts the others. */
export function withLimit<Result>(context: Context, describe: (warn: Warn) => Result): Result {
  const warn = warnIn(context)
  let dropped = 0
  const result = describe((name, problem) => {
    const count = logged.get(context) ?? 0
    logged.set(context, count + 1)
    if (count < MAX_WARNINGS) warn(name, problem)
    else dropped += 1
  })
  if (dropped > 0) warn(`${dropped} more values`, 'were dropped')
  return result
}
