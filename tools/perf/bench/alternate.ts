/** Fewer runs are too few for reliable results. */
export const MIN_RUNS = 7

/** How often each variant is measured, after a run that is ignored. `BENCH_RUNS` sets fewer for a quick look. */
export const RUNS = Number(process.env.BENCH_RUNS ?? MIN_RUNS)

/**
 * Measures variants in turn, so that other load on the machine affects all of them equally. Reverses the order in every
 * other round. Returns the results of each variant in the order of the runs.
 */
export async function measureAlternately<Name extends string, Result = number>(
  variants: Record<Name, () => Promise<Result>>,
  runs = RUNS
): Promise<Record<Name, Result[]>> {
  const entries = Object.entries(variants) as [Name, () => Promise<Result>][]
  const results = Object.fromEntries(entries.map(([name]) => [name, [] as Result[]])) as Record<Name, Result[]>
  for (let run = 0; run <= runs; run++) {
    for (const [name, measure] of run % 2 ? entries : [...entries].reverse()) {
      const result = await measure()
      if (run > 0) results[name].push(result)
    }
  }
  return results
}
