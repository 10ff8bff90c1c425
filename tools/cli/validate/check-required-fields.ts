import type { JSONObject } from '@segment/actions-core'
import { transform } from '@segment/actions-core/mapping-kit'
import type { Check, ExampleEvent } from './definition-problem'
import { filterEvents } from './filter-events'

/** Each required field has a default, which has a value for each example event that matches the action's trigger. */
export const checkRequiredFields: Check = ({ actions }, examples) =>
  Object.entries(actions).flatMap(([key, { fields, defaultSubscription }]) =>
    Object.entries(fields).flatMap(([field, { required, default: defaultValue }]) => {
      if (required !== true) return []
      const path = `actions.${key}.fields.${field}.default`
      if (defaultValue === undefined) {
        return [
          {
            path,
            message: 'is missing on a required field',
            fix: 'add a default with the path at which most events have the value'
          }
        ]
      }
      const events = filterEvents(defaultSubscription, examples)
      const empty = events.filter((event) => !hasValue(defaultValue, event)).length
      return empty === 0
        ? []
        : [
            {
              path,
              message: `has no value for ${empty} of ${events.length} example events`,
              fix: 'use a path that all of them have, or make the field optional'
            }
          ]
    })
  )

function hasValue(directive: unknown, event: ExampleEvent): boolean {
  try {
    const { field } = transform({ field: directive } as JSONObject, event)
    return field !== undefined && field !== null && field !== ''
  } catch {
    return false
  }
}
