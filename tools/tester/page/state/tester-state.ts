import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import { presetSubscriptions } from '../../../../src/preset-subscriptions'
import type { BeaconBehavior } from '../../sandbox/beacon-behaviors'
import type { SandboxEligibility } from '../../sandbox/sandbox-options'
import { eventTemplates } from '../event/event-templates'
import { formatJson } from '../json/json-object'

export type SettingValue = string | number | boolean

/** A mapping with an ID, since its name and its position can change. */
export interface MappingEntry {
  id: string
  subscription: Subscription
}

/** InMoment's flags for testing, which are globals of the page. */
export interface TestingFlags {
  wootric_survey_immediately: boolean
  wootric_no_surveyed_cookie: boolean
}

/** A case: everything that you can set on the page. Results are in the timeline. */
export interface TesterState {
  /** JSON text, which may be invalid. */
  event: string
  /** The text of several events, which may be invalid. */
  sequence: string
  settings: Record<string, SettingValue>
  mappings: readonly MappingEntry[]
  eligibility: SandboxEligibility
  beacon: BeaconBehavior
  testingFlags: TestingFlags
}

export function createInitialState(accountToken: string): TesterState {
  return {
    event: formatJson(eventTemplates.identify),
    sequence: '',
    settings: { ...getDefaultSettings(), accountToken },
    mappings: createPresetMappings(),
    eligibility: 'yes',
    beacon: 'works',
    testingFlags: { wootric_survey_immediately: false, wootric_no_surveyed_cookie: false }
  }
}

export function createMappingEntry(subscription: Subscription): MappingEntry {
  return { id: crypto.randomUUID(), subscription }
}

export function createPresetMappings(): MappingEntry[] {
  return structuredClone(presetSubscriptions()).map(createMappingEntry)
}

export function getSubscriptions({ mappings }: Pick<TesterState, 'mappings'>): Subscription[] {
  return mappings.map(({ subscription }) => subscription)
}

function getDefaultSettings(): Record<string, SettingValue> {
  const defaults = Object.entries(destination.settings ?? {}).flatMap(([key, setting]) =>
    setting.default === undefined ? [] : [[key, setting.default] as const]
  )
  return Object.fromEntries(defaults)
}
