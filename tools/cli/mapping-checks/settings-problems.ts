import { destination } from '../../../src/destinations/inmoment'
import { suggestion } from './closest'
import type { JsonDocument } from './json-document'
import type { Problem } from './problem'

/** What Segment adds to the settings in analytics.js's configuration. */
const SEGMENT_KEYS = ['versionSettings', 'type', 'bundlingStatus', 'unbundledIntegrations', 'maybeBundledConfigIds']

/** Unknown settings, unknown choices and values of another type. */
export function settingsProblems(
  document: JsonDocument,
  settings: Record<string, unknown>,
  path: (string | number)[] = []
): Problem[] {
  const known = new Map(Object.entries(destination.settings ?? {}))
  return Object.entries(settings).flatMap(([key, value]) => {
    const setting = known.get(key)
    const report = (message: string) => [document.problemAt([...path, key], 'error', message)]
    if (!setting) {
      return SEGMENT_KEYS.includes(key) ? [] : report(`Unknown setting ${key}. ${suggestion(key, [...known.keys()])}`)
    }
    const type = setting.type === 'boolean' ? 'boolean' : 'string'
    if (typeof value !== type) return report(`The setting ${key} is not a ${type}.`)
    const choices = setting.choices?.map(({ value }) => String(value))
    if (!choices || choices.includes(String(value))) return []
    return report(`The setting ${key} has an unknown choice. ${suggestion(String(value), choices)}`)
  })
}
