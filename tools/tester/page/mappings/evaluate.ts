import { transform } from '@segment/actions-core/mapping-kit'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import { errorMessage } from '../../../cli/mapping-checks/error-message'
import { readTrigger } from '../../../cli/mapping-checks/read-trigger'
import type { JsonObject } from '../segment/json-object'
import { unmetConditions } from './trigger'

/** What becomes of an event in one mapping. */
export interface MappingResult {
  name: string
  action: string
  status: 'matched' | 'unmatched' | 'off' | 'broken'
  /** Why it did not match, or what is broken or missing. */
  reason?: string
  payload?: JsonObject
}

/** Segment's runtime gives destinations in the browser a method for each of these and no other. */
const DELIVERED_TYPES = ['identify', 'track', 'page', 'group', 'alias']

function missingFields(partnerAction: string, payload: JsonObject): string | undefined {
  const fields = Object.entries(destination.actions[partnerAction]?.fields ?? {})
  const missing = fields.filter(([key, { required }]) => required === true && isEmpty(payload[key]))
  return missing.length === 0 ? undefined : `Required and empty: ${missing.map(([, { label }]) => label).join(', ')}.`
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

export function evaluateMapping(subscription: Subscription, event: JsonObject): MappingResult {
  const { name, enabled, partnerAction, subscribe, mapping } = subscription
  const action = destination.actions[partnerAction]
  const result = { name, action: action?.title ?? partnerAction }

  if (!enabled) return { ...result, status: 'off', reason: 'Switched off.' }
  if (!action) return { ...result, status: 'broken', reason: `There is no action ${partnerAction}.` }
  const { trigger, problem } = readTrigger(subscribe)
  if (problem !== undefined) return { ...result, status: 'broken', reason: problem }
  if (!DELIVERED_TYPES.includes(String(event.type))) {
    const reason = `Segment's runtime hands no ${String(event.type)} event to destinations in the browser.`
    return { ...result, status: 'unmatched', reason }
  }
  const unmet = unmetConditions(trigger, event)
  if (unmet.length > 0) return { ...result, status: 'unmatched', reason: `Not met: ${unmet.join('; ')}.` }
  try {
    // A copy, since some directives complete their options in place.
    const payload = transform(structuredClone(mapping), event) as JsonObject
    return { ...result, status: 'matched', payload, reason: missingFields(partnerAction, payload) }
  } catch (error) {
    return { ...result, status: 'broken', reason: errorMessage(error) }
  }
}

export function evaluateMappings(subscriptions: readonly Subscription[], event: JsonObject): MappingResult[] {
  return subscriptions.map((subscription) => evaluateMapping(subscription, event))
}
