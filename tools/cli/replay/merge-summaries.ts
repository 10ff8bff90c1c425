import { isObject } from '../../../src/destinations/inmoment/is-object'
import { UsageError } from '../terminal/errors'
import { findInputFiles, streamText } from './input-files'
import { splitEvents } from './split-events'
import { SummaryCounter, type Summary } from './summary'

/** Merges all summaries in these files, which can also contain other lines of `replay --json`. */
export async function mergeSummaries(names: string[]): Promise<Summary> {
  const counter = new SummaryCounter([])
  for (const file of await findInputFiles(names)) {
    for await (const { line, text } of splitEvents(streamText(file, () => undefined))) {
      const value = parseLine(text)
      if (isObject(value) && value.kind !== undefined && value.kind !== 'summary') continue
      if (!isSummary(value)) throw new UsageError(`${file.name}:${line} is not a summary of replay --summary --json`)
      counter.merge(value)
    }
  }
  return counter.getSummary()
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSummary(value: unknown): value is Summary {
  return isObject(value) && value.version === 1 && Array.isArray(value.mappings)
}
