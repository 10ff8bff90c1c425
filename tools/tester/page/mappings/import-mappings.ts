import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import type { Problem } from '../../../cli/mapping-checks/problem'
import { readMappings } from '../../../cli/mapping-checks/read-mappings'
import { liveMode } from '../live-mode'
import { createMappingEntry, type SettingValue, type TesterState } from '../state/tester-state'

/** What a text contains that you can import. */
export interface Import {
  subscriptions: readonly Subscription[] | undefined
  settings: Record<string, SettingValue>
  problems: readonly Problem[]
  /** Whether the text has no errors, and something to import. */
  isUsable: boolean
}

export function readImport(text: string): Import {
  const { subscriptions, settings = {}, problems } = readMappings(text)
  const known = pickSettings(settings)
  const hasContent = subscriptions !== undefined || Object.keys(known).length > 0
  return {
    subscriptions,
    settings: known,
    problems,
    isUsable: hasContent && problems.every(({ severity }) => severity !== 'error')
  }
}

/** Removes keys that Segment adds, and in live mode the account token: only the server sets it. */
function pickSettings(settings: Record<string, unknown>): Record<string, SettingValue> {
  const known = Object.keys(destination.settings ?? {}).filter((key) => !(liveMode.isLive && key === 'accountToken'))
  const entries = Object.entries(settings).filter(
    (entry): entry is [string, SettingValue] => known.includes(entry[0]) && typeof entry[1] !== 'object'
  )
  return Object.fromEntries(entries)
}

/** The change of the state. A text without mappings, or without settings, keeps the current ones. */
export function getImportedState(
  { subscriptions, settings }: Import,
  current: Pick<TesterState, 'mappings' | 'settings'>,
  keepsMappings: boolean
): Partial<TesterState> {
  const added = subscriptions?.map(createMappingEntry) ?? []
  const isReplaced = subscriptions !== undefined && !keepsMappings
  return {
    mappings: isReplaced ? added : [...current.mappings, ...added],
    settings: { ...current.settings, ...settings }
  }
}

/** Such as "5 mappings and 2 settings". */
export function describeImport({ subscriptions, settings }: Import): string {
  const counts = [
    ...(subscriptions ? [count(subscriptions.length, 'mapping')] : []),
    ...(Object.keys(settings).length > 0 ? [count(Object.keys(settings).length, 'setting')] : [])
  ]
  return counts.join(' and ')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
