import { destination } from '../../../src/destinations/inmoment'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { formatProblem } from '../format-problem'
import { locateProblem } from '../mapping-checks/locate-problem'
import { readMappings } from '../mapping-checks/read-mappings'
import { readSettingsSource } from '../mapping-source'
import { UsageError } from '../terminal/errors'

/** The destination requires an account token. No account has this one. */
const PLACEHOLDER_TOKEN = 'NPS-00000000'

/** Reads settings from JSON or a file. Throws a UsageError if they are unusable. */
export async function readSettings(input: string): Promise<Record<string, unknown>> {
  const source = await readSettingsSource(input)
  const { settings, problems } = readMappings(source.text)
  const error = problems.find(({ severity }) => severity === 'error')
  if (error) throw new UsageError(formatProblem(source, locateProblem(source.text, error)))
  if (!settings) throw new UsageError(`${source.name} is not an object of settings`)
  return settings
}

/** Adds the defaults, and an account token. */
export function completeSettings(given: Record<string, unknown>): Settings {
  const defaults = Object.entries(destination.settings ?? {}).map(([key, setting]) => [key, setting.default])
  return { ...Object.fromEntries(defaults), accountToken: PLACEHOLDER_TOKEN, ...given } as Settings
}
