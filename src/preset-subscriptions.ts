import type { JSONLikeObject } from '@segment/actions-core'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from './destinations/inmoment'

/** Returns the automatic presets as subscriptions, like those that Segment's app creates for a new destination. */
export function presetSubscriptions(): Subscription[] {
  return (destination.presets ?? []).flatMap((preset) => {
    if (preset.type !== 'automatic') return []
    const { name, partnerAction, subscribe, mapping } = preset
    return [
      { name: name ?? partnerAction, enabled: true, partnerAction, subscribe, mapping: mapping as JSONLikeObject }
    ]
  })
}
