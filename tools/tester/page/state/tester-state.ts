import type { Subscription } from '@segment/browser-destination-runtime/types'
import type { SandboxEligibility } from '../../sandbox/sandbox-options'
import { destination } from '../../../../src/destinations/inmoment'
import { presetSubscriptions } from '../../../../src/preset-subscriptions'
import { eventTemplate } from '../editor/event-templates'
import type { BeaconKind } from '../../sandbox/beacon-kinds'

export type SettingValue = string | number | boolean

/** A mapping with an identity of its own, which its position and name are not. */
export interface MappingEntry {
  id: string
  subscription: Subscription
}

export interface PageFlags {
  wootric_survey_immediately: boolean
  wootric_no_surveyed_cookie: boolean
}

/** All that a case consists of: what can be set on the page, and nothing of what came of it. */
export interface TesterState {
  /** As typed, so that a broken event can be sent to a colleague too. */
  event: string
  settings: Record<string, SettingValue>
  mappings: readonly MappingEntry[]
  eligibility: SandboxEligibility
  beacon: BeaconKind
  pageFlags: PageFlags
}

export function mappingEntry(subscription: Subscription): MappingEntry {
  return { id: crypto.randomUUID(), subscription }
}

export function presetMappings(): MappingEntry[] {
  return structuredClone(presetSubscriptions()).map(mappingEntry)
}

function defaultSettings(accountToken: string): Record<string, SettingValue> {
  const defaults = Object.entries(destination.settings ?? {}).flatMap(([key, setting]) =>
    setting.default === undefined ? [] : [[key, setting.default] as const]
  )
  return { ...Object.fromEntries(defaults), accountToken }
}

export function initialState(accountToken: string): TesterState {
  return {
    event: JSON.stringify(eventTemplate('identify'), undefined, 2),
    settings: defaultSettings(accountToken),
    mappings: presetMappings(),
    eligibility: 'yes',
    beacon: 'works',
    pageFlags: { wootric_survey_immediately: false, wootric_no_surveyed_cookie: false }
  }
}

export function subscriptionsOf(state: TesterState): Subscription[] {
  return state.mappings.map(({ subscription }) => subscription)
}
