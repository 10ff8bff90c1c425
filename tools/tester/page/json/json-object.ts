export { isJsonObject } from '../../../cli/mapping-checks/is-json-object'

export type JsonObject = Record<string, unknown>

export function formatJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2)
}
