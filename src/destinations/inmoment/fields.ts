import type { BaseActionDefinition, Directive, InputField, JSONObject } from '@segment/actions-core'

/** A string field. Its default is the first of these paths that exists in the event. */
export function textField(label: string, description: string, path?: string, ...others: string[]): InputField {
  return { label, description, type: 'string', ...(path && { default: firstOf(path, ...others) }) }
}

/** A field for an object of any shape. */
export function objectField(label: string, description: string, path?: string): InputField {
  return {
    ...textField(label, description, path),
    type: 'object',
    defaultObjectUI: 'keyvalue',
    additionalProperties: true
  }
}

export function booleanField(label: string, description: string, isOn: boolean): InputField {
  return { label, description, type: 'boolean', default: isOn }
}

export const requestLanguage = textField(
  'Language',
  "The survey language for this event. Overrides the user's language.",
  '$.properties.language'
)

export const productName = textField('Product Name', 'The product named in the question.')

export const audience = textField('Audience', 'Who the user would recommend it to, such as "a colleague".')

export const typedPropertyNames = booleanField(
  'Add Type Suffixes to Properties',
  "Add InMoment's suffixes: _amount for integers and _array for lists, which are sent as comma-separated text. Values that do not match an existing suffix are dropped.",
  false
)

/** The directive for the first of these paths that exists in the event. */
export function firstOf(path: string, ...others: string[]): Directive {
  const value = { '@path': path }
  const [next, ...rest] = others
  return next === undefined ? value : { '@if': { exists: value, then: value, else: firstOf(next, ...rest) } }
}

/** The mapping of a preset: the defaults of all fields. Segment's `defaultValues` would add 40 KB to the bundle. */
export function defaultMapping(fields: BaseActionDefinition['fields']): JSONObject {
  const defaults = Object.entries(fields).filter(([, field]) => field.default !== undefined)
  return Object.fromEntries(defaults.map(([key, field]) => [key, field.default])) as JSONObject
}
