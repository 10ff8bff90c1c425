import type { BaseActionDefinition, JSONObject } from '@segment/actions-core'

/**
 * The mapping of a preset: each field's default. Segment's own `defaultValues` does the same, but importing it puts
 * its whole package into the browser bundle.
 */
export function defaultMapping(fields: BaseActionDefinition['fields']): JSONObject {
  const defaults = Object.entries(fields).filter(([, field]) => field.default !== undefined)
  // Segment types a default as any object; the directives that it can be are JSON.
  return Object.fromEntries(defaults.map(([key, field]) => [key, field.default])) as JSONObject
}
