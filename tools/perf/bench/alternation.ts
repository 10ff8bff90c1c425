/** So many runs are the least that says something. */
export const ENOUGH_RUNS = 7

/** How often each contender is measured, after a run that does not count. Fewer are for a look. */
export const RUNS = Number(process.env.BENCH_RUNS ?? ENOUGH_RUNS)

/**
 * Measures contenders in alternation, so that what else the machine does falls on all of them alike; each other round
 * goes the other way round. Gives the results of each contender in the order of the runs.
 */
export async function alternate<Name extends string, Result = number>(
  contenders: Record<Name, () => Promise<Result>>,
  runs = RUNS
): Promise<Record<Name, Result[]>> {
  const entries = Object.entries(contenders) as [Name, () => Promise<Result>][]
  const figures = Object.fromEntries(entries.map(([name]) => [name, [] as Result[]])) as Record<Name, Result[]>
  for (let run = 0; run <= runs; run++) {
    for (const [name, measure] of run % 2 ? entries : [...entries].reverse()) {
      const figure = await measure()
      if (run > 0) figures[name].push(figure)
    }
  }
  return figures
}
