import type { BaseActionDefinition, Directive, InputField, JSONObject } from '@segment/actions-core'

/** Creates a text field. Its default is the first event property that exists. Without a path, it has no default. */
export function createTextField(label: string, description: string, path?: string, ...others: string[]): InputField {
  return { label, description, type: 'string', ...(path && { default: createPathDirective(path, ...others) }) }
}

/** Creates a field for an object with any keys. */
export function createObjectField(label: string, description: string, path?: string): InputField {
  return {
    ...createTextField(label, description, path),
    type: 'object',
    defaultObjectUI: 'keyvalue',
    additionalProperties: true
  }
}

/** Creates a checkbox. */
export function createBooleanField(label: string, description: string, isChecked: boolean): InputField {
  return { label, description, type: 'boolean', default: isChecked }
}

export const surveyLanguage = createTextField(
  'Language',
  "The survey language for this event. Overrides the user's language.",
  '$.properties.language'
)

export const productName = createTextField('Product Name', 'The product named in the question.')

export const audience = createTextField('Audience', 'Who the user would recommend it to, such as "a colleague".')

export const typedPropertyNames = createBooleanField(
  'Add Type Suffixes to Properties',
  "Add InMoment's suffixes: _amount for integers and _array for lists, which are sent as comma-separated text. Values that do not match an existing suffix are dropped.",
  false
)

/**
 * Creates a mapping-kit directive for the first event property that exists and is not `null`:
 * https://github.com/segmentio/action-destinations/tree/main/packages/core/src/mapping-kit
 */
export function createPathDirective(path: string, ...others: string[]): Directive {
  const value = { '@path': path }
  const [next, ...rest] = others
  return next === undefined
    ? value
    : { '@if': { exists: value, then: value, else: createPathDirective(next, ...rest) } }
}

/**
 * Creates the mapping of a preset from the defaults of the fields, like `defaultValues` of `@segment/actions-core`. That
 * import would add 40 KB to the bundle.
 */
export function createDefaultMapping(fields: BaseActionDefinition['fields']): JSONObject {
  const defaults = Object.entries(fields).filter(([, field]) => field.default !== undefined)
  return Object.fromEntries(defaults.map(([key, field]) => [key, field.default])) as JSONObject
}
