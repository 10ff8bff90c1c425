import type { JSONLikeObject } from '@segment/actions-core'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from './destinations/inmoment'

/** The destination's presets as subscriptions, which is what Segment's app makes of them for a new destination. */
export function presetSubscriptions(): Subscription[] {
  return (destination.presets ?? []).flatMap((preset) => {
    if (preset.type !== 'automatic') return []
    const { name, partnerAction, subscribe, mapping } = preset
    return [
      { name: name ?? partnerAction, enabled: true, partnerAction, subscribe, mapping: mapping as JSONLikeObject }
    ]
  })
}
