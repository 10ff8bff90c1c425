import type { Check } from './definition-problem'

/** Each preset uses an existing action, and maps existing fields. */
export const checkPresetTargets: Check = ({ presets = [], actions }) =>
  presets.flatMap(({ partnerAction, mapping }, index) => {
    const path = `presets[${index}]`
    const fields = actions[partnerAction]?.fields
    if (!fields) {
      return [
        {
          path: `${path}.partnerAction`,
          message: `is ${partnerAction}, which does not exist`,
          fix: `use one of ${Object.keys(actions).join(', ')}`
        }
      ]
    }
    return Object.keys(mapping ?? {}).flatMap((key) =>
      key in fields
        ? []
        : [
            {
              path: `${path}.mapping.${key}`,
              message: `does not exist in the action ${partnerAction}`,
              fix: `remove it, or use one of ${Object.keys(fields).join(', ')}`
            }
          ]
    )
  })
