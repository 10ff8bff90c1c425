import { readTrigger } from '../mapping-checks/read-trigger'
import type { Check, Finding } from './finding'

/** The triggers of presets and actions are valid: an invalid trigger matches no event, without an error. */
export const triggers: Check = ({ presets = [], actions }) => [
  ...presets.flatMap((preset, index) =>
    'subscribe' in preset ? triggerFindings(`presets[${index}].subscribe`, preset.subscribe) : []
  ),
  ...Object.entries(actions).flatMap(([key, { defaultSubscription }]) =>
    defaultSubscription === undefined ? [] : triggerFindings(`actions.${key}.defaultSubscription`, defaultSubscription)
  )
]

function triggerFindings(place: string, trigger: string): Finding[] {
  if (readTrigger(trigger).problem === undefined) return []
  return [{ place, problem: `${trigger} cannot be parsed`, fix: 'write it as FQL, such as type = "track"' }]
}
