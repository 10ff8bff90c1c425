/** Seconds rounded to the nearest whole one, halves up; the sum turns the -0 of a moment just before 1970 into 0. */
export function toWholeSeconds(seconds: number): number {
  return Math.round(seconds) + 0
}
