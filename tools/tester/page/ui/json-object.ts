import type { JsonObject } from '../segment/json-object'

export type ParsedObject = { value: JsonObject; error?: undefined } | { value?: undefined; error: string }

/** Nothing typed is an empty object. */
export function parseJsonObject(text: string): ParsedObject {
  if (text.trim() === '') return { value: {} }
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value: value as JsonObject }
      : { error: 'This must be a JSON object, such as {"plan": "pro"}.' }
  } catch (error) {
    return { error: `This is not valid JSON: ${error instanceof Error ? error.message : String(error)}.` }
  }
}
