import { isJsonObject, type JsonObject } from './json-object'
import { findJsonProblem } from './json-problem'

export type ParsedObject = { value: JsonObject; problem?: undefined } | { value?: undefined; problem: string }

/** Parses the text of a field. An empty text is an empty object. */
export function parseJsonObject(text: string): ParsedObject {
  if (text.trim() === '') return { value: {} }
  const problem = findJsonProblem(text, (value) =>
    isJsonObject(value) ? undefined : 'Enter a JSON object, such as {"plan": "pro"}'
  )
  return problem ? { problem: `${problem.message}.` } : { value: JSON.parse(text) as JsonObject }
}
