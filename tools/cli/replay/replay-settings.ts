import { destination } from '../../../src/destinations/inmoment'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { UsageError } from '../terminal/errors'
import { isJsonObject, parseJson, readText } from './json'

/** The destination requires an account token. No account has this one. */
const PLACEHOLDER_TOKEN = 'NPS-00000000'

/** Reads settings from JSON or a file, and adds the defaults. */
export async function readReplaySettings(input = '{}'): Promise<Settings> {
  const isJson = input.trim().startsWith('{')
  const source = isJson ? '--settings' : input
  const given = parseJson(isJson ? input : await readText(input), source)
  if (!isJsonObject(given)) throw new UsageError(`${source} is not a JSON object`)
  const unknown = Object.keys(given).find((key) => !(key in (destination.settings ?? {})) && key !== 'subscriptions')
  if (unknown !== undefined) throw new UsageError(`${source} contains the unknown setting ${unknown}`)
  const defaults = Object.entries(destination.settings ?? {}).map(([key, setting]) => [key, setting.default])
  return { ...Object.fromEntries(defaults), accountToken: PLACEHOLDER_TOKEN, ...given } as Settings
}
