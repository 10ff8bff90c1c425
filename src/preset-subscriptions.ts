import type { JSONLikeObject } from '@segment/actions-core'
import type { Subscription as RuntimeSubscription } from '@segment/browser-destination-runtime/types'
import { destination } from './destinations/inmoment'

/** A mapping in the format of Segment's app. */
export interface Subscription extends RuntimeSubscription {
  partnerAction: 'identifyUser' | 'trackEvent' | 'requestSurvey' | 'trackPage' | 'identifyGroup'
}

/** Returns the automatic presets as subscriptions, like those that Segment's app creates for a new destination. */
export function presetSubscriptions(): Subscription[] {
  return (destination.presets ?? []).flatMap((preset) => {
    if (preset.type !== 'automatic') return []
    const { subscribe, mapping } = preset
    const partnerAction = preset.partnerAction as Subscription['partnerAction']
    return [
      {
        name: preset.name ?? partnerAction,
        enabled: true,
        partnerAction,
        subscribe,
        mapping: mapping as JSONLikeObject
      }
    ]
  })
}
