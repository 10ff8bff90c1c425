import type { InputField } from '@segment/actions-core'
import type { Check, Finding } from './finding'

type Field = Pick<InputField, 'label'> & { description?: string; properties?: Record<string, Field> }

/** The texts of Segment's app: all descriptions, labels of settings and fields, titles of actions. */
export const texts: Check = ({ description, settings = {}, actions }) => [
  ...missingText('description', description),
  ...fieldTexts('settings', settings),
  ...Object.entries(actions).flatMap(([key, action]) => [
    ...missingText(`actions.${key}.title`, action.title),
    ...missingText(`actions.${key}.description`, action.description),
    ...fieldTexts(`actions.${key}.fields`, action.fields)
  ])
]

function fieldTexts(place: string, fields: Record<string, Field>): Finding[] {
  return Object.entries(fields).flatMap(([key, { label, description, properties }]) => [
    ...missingText(`${place}.${key}.label`, label),
    ...missingText(`${place}.${key}.description`, description),
    ...nestedLabels(`${place}.${key}.properties`, properties)
  ])
}

/** The properties of an object field need no description. */
function nestedLabels(place: string, fields: Record<string, Field> = {}): Finding[] {
  return Object.entries(fields).flatMap(([key, { label, properties }]) => [
    ...missingText(`${place}.${key}.label`, label),
    ...nestedLabels(`${place}.${key}.properties`, properties)
  ])
}

function missingText(place: string, text: string | undefined): Finding[] {
  if (text?.trim()) return []
  return [{ place, problem: 'is missing', fix: 'add the text that Segment’s app should show' }]
}
