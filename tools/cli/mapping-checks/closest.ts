import { closest as closestByDistance, distance } from 'fastest-levenshtein'

/** A shorter beginning would fit too many names. */
const MIN_BEGINNING = 3

/** The known name that is closest to a misspelled or incomplete one, if any is close enough to be meant. Ignores case. */
export function closest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const lowered = known.map((one) => one.toLowerCase())
  const found = closestByDistance(name.toLowerCase(), lowered)
  const begun =
    name.length < MIN_BEGINNING ? [] : known.filter((one) => one.toLowerCase().startsWith(name.toLowerCase()))
  if (begun.length === 1) return begun[0]
  const isClose = distance(name.toLowerCase(), found) <= Math.max(2, found.length / 3)
  return isClose ? known[lowered.indexOf(found)] : undefined
}

/** A hint for an unknown name: the closest known one, or else all of them. */
export function suggestion(name: string, known: readonly string[]): string {
  const found = closest(name, known)
  return found === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean ${found}?`
}
