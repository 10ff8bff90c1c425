import type { FoundEngine, MissingEngine } from './find-engines'

/** Set before the tests, which run in other processes. */
const VARIABLE = 'INMOMENT_TEST_ENGINES'

export function writeFoundEngines(engines: (FoundEngine | MissingEngine)[]): void {
  process.env[VARIABLE] = JSON.stringify(engines)
}

export function readFoundEngines(): (FoundEngine | MissingEngine)[] {
  return JSON.parse(process.env[VARIABLE] ?? '[]') as (FoundEngine | MissingEngine)[]
}
