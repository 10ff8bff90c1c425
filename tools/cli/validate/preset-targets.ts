import type { Check } from './finding'

/** Each preset names an action that there is, and maps fields that the action has. */
export const presetTargets: Check = ({ presets = [], actions }) =>
  presets.flatMap(({ partnerAction, mapping }, index) => {
    const place = `presets[${index}]`
    const fields = actions[partnerAction]?.fields
    if (!fields) {
      const known = Object.keys(actions).join(', ')
      return [
        {
          place: `${place}.partnerAction`,
          problem: `there is no action ${partnerAction}`,
          mend: `name one of ${known}`
        }
      ]
    }
    return Object.keys(mapping ?? {}).flatMap((key) =>
      key in fields
        ? []
        : [
            {
              place: `${place}.mapping.${key}`,
              problem: `the action ${partnerAction} has no field ${key}`,
              mend: `take it out, or add the field; there are ${Object.keys(fields).join(', ')}`
            }
          ]
    )
  })
