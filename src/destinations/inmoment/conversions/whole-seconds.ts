/** Rounds seconds to whole seconds, halves up. Adding 0 turns the -0 of a time just before 1970 into 0. */
export function toWholeSeconds(seconds: number): number {
  return Math.round(seconds) + 0
}
