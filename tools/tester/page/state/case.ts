import type { Subscription } from '@segment/browser-destination-runtime/types'
import { isObject } from '../../../../src/destinations/inmoment/is-object'
import { BEACON_BEHAVIORS } from '../../sandbox/beacon-behaviors'
import type { SandboxEligibility } from '../../sandbox/sandbox-options'
import { isJsonObject } from '../json/json-object'
import { createMappingEntry, getSubscriptions, type TesterState } from './tester-state'

/** The parts of a state that differ from the initial state, in the format of URLs. */
export type Case = Record<string, unknown>

export function toCase(state: TesterState, initialState: TesterState): Case {
  const initialCase: Case = { ...withSubscriptions(initialState) }
  const changes = Object.entries(withSubscriptions(state)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(initialCase[key])
  )
  return Object.fromEntries(changes)
}

/** The state of a case. Parts that it does not have keep their initial values. Throws if a part is not valid. */
export function fromCase(value: Case, initialState: TesterState): TesterState {
  const state: Record<string, unknown> = { ...initialState }
  for (const [key, part] of Object.entries(value)) {
    const isValid = Object.hasOwn(VALIDATORS, key) ? VALIDATORS[key as keyof TesterState] : undefined
    // A later version of the tester may have other parts.
    if (!isValid) continue
    if (!isValid(part)) throw new Error(`The case is damaged: "${key}" is not valid.`)
    state[key] = key === 'mappings' ? (part as Subscription[]).map(createMappingEntry) : part
  }
  return state as unknown as TesterState
}

const VALIDATORS: Record<keyof TesterState, (value: unknown) => boolean> = {
  event: (value) => typeof value === 'string',
  sequence: (value) => typeof value === 'string',
  settings: (value) =>
    isJsonObject(value) &&
    Object.values(value).every((setting) => ['string', 'number', 'boolean'].includes(typeof setting)),
  mappings: (value) => Array.isArray(value) && value.every(isSubscription),
  eligibility: isEligibility,
  beacon: (value) => BEACON_BEHAVIORS.some((behavior) => behavior.value === value),
  testingFlags: (value) =>
    isJsonObject(value) &&
    ['wootric_survey_immediately', 'wootric_no_surveyed_cookie'].every((flag) => typeof value[flag] === 'boolean')
}

function withSubscriptions(state: TesterState): Case {
  return { ...state, mappings: getSubscriptions(state) }
}

function isSubscription(value: unknown): value is Subscription {
  if (!isObject(value)) return false
  const { name, enabled, partnerAction, subscribe, mapping } = value as Case
  return (
    [name, partnerAction, subscribe].every((text) => typeof text === 'string') &&
    typeof enabled === 'boolean' &&
    isJsonObject(mapping)
  )
}

function isEligibility(value: unknown): value is SandboxEligibility {
  return value === 'yes' || value === 'no' || (Array.isArray(value) && value.every((name) => typeof name === 'string'))
}
