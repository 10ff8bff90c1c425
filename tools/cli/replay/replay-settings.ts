import { readFile } from 'node:fs/promises'
import { destination } from '../../../src/destinations/inmoment'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { UsageError } from '../terminal/errors'

/** No account's token: nothing is sent to InMoment, and yet nothing happens without one. */
const STAND_IN_TOKEN = 'NPS-00000000'

/** The settings for a replay, given as JSON or in a file, over the defaults. */
export async function replaySettings(given = '{}'): Promise<Settings> {
  const isJson = given.trim().startsWith('{')
  const text = isJson
    ? given
    : await readFile(given, 'utf8').catch(() => {
        throw new UsageError(`--settings takes JSON or a file, and ${given} cannot be read`)
      })
  const own = parsed(text, isJson ? '--settings' : given)
  const unknown = Object.keys(own).find((key) => !(key in (destination.settings ?? {})) && key !== 'subscriptions')
  if (unknown !== undefined) throw new UsageError(`--settings has ${unknown}, which is no setting of the destination`)
  const defaults = Object.entries(destination.settings ?? {}).map(([key, setting]) => [key, setting.default])
  return { ...Object.fromEntries(defaults), accountToken: STAND_IN_TOKEN, ...own } as Settings
}

function parsed(text: string, place: string): object {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UsageError(`${place} is not JSON`)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new UsageError(`${place} is not an object`)
}
