import { isObject } from '../../../../src/destinations/inmoment/is-object'

export type JsonObject = Record<string, unknown>

export function isJsonObject(value: unknown): value is JsonObject {
  return isObject(value) && !Array.isArray(value)
}

export function formatJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}
