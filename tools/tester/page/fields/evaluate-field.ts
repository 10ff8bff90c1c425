import type { JSONLike } from '@segment/actions-core'
import { transform } from '@segment/actions-core/mapping-kit'
import { getErrorMessage } from '../../../cli/mapping-checks/error-message'
import type { JsonObject } from '../json/json-object'

export type FieldResult = { value: unknown; problem?: undefined } | { value?: undefined; problem: string }

/** The value of a field for an event. `undefined` and `null` mean that the event has no value for it. */
export function evaluateField(value: JSONLike, event: JsonObject): FieldResult {
  try {
    // A copy, because some directives add options to the mapping.
    return { value: transform(structuredClone({ field: value }), event).field }
  } catch (error) {
    return { problem: getErrorMessage(error) }
  }
}
