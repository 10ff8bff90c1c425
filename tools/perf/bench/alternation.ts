/** Fewer runs are not meaningful. */
export const ENOUGH_RUNS = 7

/** The number of runs after the warm-up. `BENCH_RUNS` sets a smaller number for a quick look. */
export const RUNS = Number(process.env.BENCH_RUNS ?? ENOUGH_RUNS)

/**
 * Measures the builds in alternation, in reverse order every second time, so that other load on the machine affects all
 * of them equally. Returns the results of each build in the order of the runs.
 */
export async function alternate<Name extends string, Result = number>(
  builds: Record<Name, () => Promise<Result>>,
  runs = RUNS
): Promise<Record<Name, Result[]>> {
  const entries = Object.entries(builds) as [Name, () => Promise<Result>][]
  const figures = Object.fromEntries(entries.map(([name]) => [name, [] as Result[]])) as Record<Name, Result[]>
  for (let run = 0; run <= runs; run++) {
    for (const [name, measure] of run % 2 ? entries : [...entries].reverse()) {
      const figure = await measure()
      if (run > 0) figures[name].push(figure)
    }
  }
  return figures
}
