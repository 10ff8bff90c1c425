import { transform } from '@segment/actions-core/mapping-kit'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import { getErrorMessage } from '../../../cli/mapping-checks/error-message'
import { parseTrigger } from '../../../cli/mapping-checks/parse-trigger'
import type { JsonObject } from '../json/json-object'
import { findUnmetConditions } from './unmet-conditions'

/** The result of an event in one mapping. */
export interface MappingResult {
  name: string
  /** The title of the action. */
  action: string
  status: 'matched' | 'unmatched' | 'disabled' | 'error'
  /** Why the event did not match, or the problem. */
  reason?: string
  payload?: JsonObject
}

/** Segment's browser runtime delivers only these, since its plugins have no method for other types. */
const DELIVERED_TYPES = ['identify', 'track', 'page', 'group', 'alias']

export function evaluateMappings(subscriptions: readonly Subscription[], event: JsonObject): MappingResult[] {
  return subscriptions.map((subscription) => evaluateMapping(subscription, event))
}

function evaluateMapping(subscription: Subscription, event: JsonObject): MappingResult {
  const { name, enabled, partnerAction, subscribe, mapping } = subscription
  const action = destination.actions[partnerAction]
  const result = { name, action: action?.title ?? partnerAction }

  if (!enabled) return { ...result, status: 'disabled' }
  if (!action) return { ...result, status: 'error', reason: `The destination has no action "${partnerAction}".` }
  const { trigger, problem } = parseTrigger(subscribe)
  if (problem !== undefined) return { ...result, status: 'error', reason: problem }
  if (!DELIVERED_TYPES.includes(String(event.type))) {
    const reason = `Segment does not deliver ${String(event.type)} events to browser destinations.`
    return { ...result, status: 'unmatched', reason }
  }
  const unmet = findUnmetConditions(trigger, event)
  if (unmet.length > 0) return { ...result, status: 'unmatched', reason: `Conditions not met: ${unmet.join('; ')}.` }
  try {
    // A copy, because some directives add options to the mapping.
    const payload = transform(structuredClone(mapping), event) as JsonObject
    return { ...result, status: 'matched', payload, reason: findMissingFields(partnerAction, payload) }
  } catch (error) {
    return { ...result, status: 'error', reason: getErrorMessage(error) }
  }
}

function findMissingFields(partnerAction: string, payload: JsonObject): string | undefined {
  const fields = Object.entries(destination.actions[partnerAction]?.fields ?? {})
  const missing = fields.filter(([key, { required }]) => required === true && isEmpty(payload[key]))
  if (missing.length === 0) return undefined
  return `Required fields are empty: ${missing.map(([, { label }]) => label).join(', ')}.`
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
