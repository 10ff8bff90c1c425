/** The number of runs of a random test. `RUN_FACTOR=10 npm test` runs each ten times as often. */
export function getRuns(count: number): number {
  return count * Number(process.env.RUN_FACTOR ?? 1)
}
