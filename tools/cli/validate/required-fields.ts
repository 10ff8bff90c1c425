import { transform } from '@segment/actions-core/mapping-kit'
import type { JSONObject } from '@segment/actions-core'
import type { Check, ExampleEvent } from './finding'
import { eventsFor } from './events-for'

/** Each required field has a default, and each example event that matches the action has a value for it. */
export const requiredFields: Check = ({ actions }, examples) =>
  Object.entries(actions).flatMap(([key, { fields, defaultSubscription }]) =>
    Object.entries(fields).flatMap(([field, { required, default: byDefault }]) => {
      if (required !== true) return []
      const place = `actions.${key}.fields.${field}.default`
      if (byDefault === undefined) {
        return [
          { place, problem: 'is missing on a required field', fix: 'add a path at which most events have a value' }
        ]
      }
      const empty = eventsFor(defaultSubscription, examples).filter((event) => !resolves(byDefault, event)).length
      return empty === 0
        ? []
        : [
            {
              place,
              problem: `has no value for ${empty} of the example events`,
              fix: 'add a path that all of them have, or do not require the field'
            }
          ]
    })
  )

function resolves(value: unknown, event: ExampleEvent): boolean {
  try {
    const { field } = transform({ field: value } as JSONObject, event)
    return field !== undefined && field !== null && field !== ''
  } catch {
    return false
  }
}
