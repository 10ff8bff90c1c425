import { parseFql } from '@segment/destination-subscriptions'
import type { Check, Finding } from './finding'

/** The triggers of presets and actions can be parsed: at run time a broken one silently matches nothing. */
export const triggers: Check = ({ presets = [], actions }) => [
  ...presets.flatMap((preset, index) =>
    'subscribe' in preset ? triggerFindings(`presets[${index}].subscribe`, preset.subscribe) : []
  ),
  ...Object.entries(actions).flatMap(([key, { defaultSubscription }]) =>
    defaultSubscription === undefined ? [] : triggerFindings(`actions.${key}.defaultSubscription`, defaultSubscription)
  )
]

function triggerFindings(place: string, trigger: string): Finding[] {
  const condition = parseFql(trigger)
  return 'error' in condition
    ? [
        {
          place,
          problem: `${trigger} cannot be parsed: ${condition.error.message}`,
          mend: 'write it as FQL, such as type = "track"'
        }
      ]
    : []
}
