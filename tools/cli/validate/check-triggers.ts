import { parseTrigger } from '../mapping-checks/parse-trigger'
import type { Check, DefinitionProblem } from './definition-problem'

/** Checks the triggers of presets and actions. At run time, an invalid trigger matches no event, without an error. */
export const checkTriggers: Check = ({ presets = [], actions }) => [
  ...presets.flatMap((preset, index) =>
    'subscribe' in preset ? checkTrigger(`presets[${index}].subscribe`, preset.subscribe) : []
  ),
  ...Object.entries(actions).flatMap(([key, { defaultSubscription }]) =>
    defaultSubscription === undefined ? [] : checkTrigger(`actions.${key}.defaultSubscription`, defaultSubscription)
  )
]

function checkTrigger(path: string, trigger: string): DefinitionProblem[] {
  if (parseTrigger(trigger).problem === undefined) return []
  return [{ path, message: `is not valid FQL: ${trigger}`, fix: 'use FQL, such as type = "track"' }]
}
