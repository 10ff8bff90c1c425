import { isObject } from '../../../src/destinations/inmoment/is-object'

/** Whether a JSON value is an object, and not an array. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value)
}
