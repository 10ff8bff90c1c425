import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import { createDefaultMapping } from '../../../../src/destinations/inmoment/fields'
import type { MappingEntry } from '../state/tester-state'

/** A mapping with the action's defaults, as in Segment's app, and a name that no other mapping has. */
export function createSubscription(partnerAction: string, others: readonly MappingEntry[]): Subscription {
  const action = destination.actions[partnerAction]
  const title = action?.title ?? partnerAction
  const usedNames = new Set(others.map(({ subscription }) => subscription.name))
  let name = title
  for (let number = 2; usedNames.has(name); number += 1) name = `${title} ${number}`
  return {
    name,
    enabled: true,
    partnerAction,
    subscribe: action?.defaultSubscription ?? '',
    mapping: structuredClone(createDefaultMapping(action?.fields ?? {}))
  }
}
