import { isDeepStrictEqual } from 'node:util'
import type { Check } from './definition-problem'

/** An automatic preset maps each field to its default, so that presets and new mappings are the same. */
export const checkPresetDefaults: Check = ({ presets = [], actions }) =>
  presets.flatMap(({ type, partnerAction, mapping }, index) => {
    if (type !== 'automatic') return []
    const mapped = new Map(Object.entries<unknown>(mapping ?? {}))
    return Object.entries(actions[partnerAction]?.fields ?? {}).flatMap(([key, { default: defaultValue }]) =>
      isDeepStrictEqual(mapped.get(key), defaultValue)
        ? []
        : [
            {
              path: `presets[${index}].mapping.${key}`,
              message: `differs from the default of actions.${partnerAction}.fields.${key}`,
              fix: 'use createDefaultMapping in the preset, or change the default'
            }
          ]
    )
  })
