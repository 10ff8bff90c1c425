import { isDeepStrictEqual } from 'node:util'
import type { Check } from './finding'

/** Automatic presets map each field to its default, so that presets and the forms of Segment's app agree. */
export const presetDefaults: Check = ({ presets = [], actions }) =>
  presets.flatMap(({ type, partnerAction, mapping }, index) => {
    if (type !== 'automatic') return []
    const place = `presets[${index}].mapping`
    const mapped = new Map(Object.entries<unknown>(mapping ?? {}))
    return Object.entries(actions[partnerAction]?.fields ?? {}).flatMap(([key, { default: byDefault }]) =>
      isDeepStrictEqual(mapped.get(key), byDefault)
        ? []
        : [
            {
              place: `${place}.${key}`,
              problem: `differs from the default of actions.${partnerAction}.fields.${key}`,
              fix: 'map the preset with createDefaultMapping, or change the default'
            }
          ]
    )
  })
