import type { InputField } from '@segment/actions-core'
import type { Check, DefinitionProblem } from './definition-problem'

type Field = Pick<InputField, 'label'> & { description?: string; properties?: Record<string, Field> }

/** Checks the titles, labels and descriptions that Segment's app shows. */
export const checkTexts: Check = ({ description, settings = {}, actions }) => [
  ...checkText('description', description),
  ...checkFields('settings', settings),
  ...Object.entries(actions).flatMap(([key, action]) => [
    ...checkText(`actions.${key}.title`, action.title),
    ...checkText(`actions.${key}.description`, action.description),
    ...checkFields(`actions.${key}.fields`, action.fields)
  ])
]

function checkFields(path: string, fields: Record<string, Field>): DefinitionProblem[] {
  return Object.entries(fields).flatMap(([key, { label, description, properties }]) => [
    ...checkText(`${path}.${key}.label`, label),
    ...checkText(`${path}.${key}.description`, description),
    ...checkNestedLabels(`${path}.${key}.properties`, properties)
  ])
}

/** The properties of an object field need no descriptions. */
function checkNestedLabels(path: string, fields: Record<string, Field> = {}): DefinitionProblem[] {
  return Object.entries(fields).flatMap(([key, { label, properties }]) => [
    ...checkText(`${path}.${key}.label`, label),
    ...checkNestedLabels(`${path}.${key}.properties`, properties)
  ])
}

function checkText(path: string, text: string | undefined): DefinitionProblem[] {
  if (text?.trim()) return []
  return [{ path, message: 'is missing', fix: 'add the text that Segment’s app should show' }]
}
