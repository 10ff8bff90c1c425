import type { Subscription } from '@segment/browser-destination-runtime/types'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { locateProblem } from './mapping-checks/locate-problem'
import type { Problem } from './mapping-checks/problem'
import { readMappings } from './mapping-checks/read-mappings'
import { formatProblem } from './format-problem'
import { readMappingSource, type MappingSource } from './mapping-source'
import { UsageError } from './terminal/errors'

export interface MappingInput {
  /** The presets, if the input has no mappings. */
  subscriptions: Subscription[]
  /** Only the settings in the input, without defaults. Empty if it has none. */
  settings: Record<string, unknown>
}

/**
 * Reads mappings and settings from a file or a URL of a case in the action tester, in any form that `readMappings`
 * takes. Throws a UsageError that names the file, line, column and key of the first error.
 */
export async function readMappingInput(fileOrUrl: string): Promise<MappingInput> {
  const source = await readMappingSource(fileOrUrl)
  const { subscriptions = presetSubscriptions(), settings = {}, problems } = readMappings(source.text)
  throwFirstError(source, problems)
  return { subscriptions, settings }
}

function throwFirstError(source: MappingSource, problems: Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (!first) return
  const place = formatProblem(source, locateProblem(source.text, first))
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more, see ./bin/run validate --mapping)` : ''
  throw new UsageError(place + more)
}
