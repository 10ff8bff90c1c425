import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import { createDefaultMapping } from '../../../../src/destinations/inmoment/fields'
import type { MappingEntry } from '../state/tester-state'

/** A mapping as Segment's app begins one, under a name that is not taken. */
export function newSubscription(partnerAction: string, others: readonly MappingEntry[]): Subscription {
  const action = destination.actions[partnerAction]
  const title = action?.title ?? partnerAction
  const taken = new Set(others.map(({ subscription }) => subscription.name))
  let name = title
  for (let number = 2; taken.has(name); number += 1) name = `${title} ${number}`
  return {
    name,
    enabled: true,
    partnerAction,
    subscribe: action?.defaultSubscription ?? '',
    mapping: structuredClone(createDefaultMapping(action?.fields ?? {}))
  }
}
