import type { Context } from '@segment/analytics-next'

/** Logs the name of a field, setting or property and a phrase that follows it. Never its value. */
export type Warn = (name: string, problem: string) => void

/** Per event. The rest is counted in one more warning. */
const MAX_WARNINGS = 20

/** In characters. Names of properties come from the event. */
const MAX_NAME = 255

/** Creates a function that logs warnings to the event's context, because the console belongs to the page. */
export function createWarn(context: Context): Warn {
  return (name, problem) => {
    const shortName = name.slice(0, MAX_NAME)
    context.log('warn', `InMoment: ${shortName} ${problem}`, { name: shortName, problem })
  }
}

/** By event, because several mappings can convert the same event. */
const counts = new WeakMap<Context, number>()

/** Converts an event with at most 20 warnings, then logs how many values were dropped beyond those. */
export function limitWarnings<Result>(context: Context, warn: Warn, convert: (warn: Warn) => Result): Result {
  let dropped = 0
  const result = convert((name, problem) => {
    const count = counts.get(context) ?? 0
    counts.set(context, count + 1)
    if (count < MAX_WARNINGS) warn(name, problem)
    else dropped += 1
  })
  if (dropped > 0) warn(`${dropped} more values`, 'were dropped')
  return result
}
