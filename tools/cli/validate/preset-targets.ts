import type { Check } from './finding'

/** Each preset has an existing action, and maps existing fields of it. */
export const presetTargets: Check = ({ presets = [], actions }) =>
  presets.flatMap(({ partnerAction, mapping }, index) => {
    const place = `presets[${index}]`
    const fields = actions[partnerAction]?.fields
    if (!fields) {
      const known = Object.keys(actions).join(', ')
      return [
        {
          place: `${place}.partnerAction`,
          problem: `the action ${partnerAction} does not exist`,
          fix: `use one of ${known}`
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
              fix: `remove it, or add the field. Fields: ${Object.keys(fields).join(', ')}`
            }
          ]
    )
  })
