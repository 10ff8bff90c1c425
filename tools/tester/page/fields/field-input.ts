import type { InputField, JSONLike } from '@segment/actions-core'
import { formatJson, isJsonObject } from '../json/json-object'

/** How you can map a field, as in Segment's app. */
const INPUT_KINDS = [
  { value: 'none', label: 'No value' },
  { value: 'path', label: 'Event property' },
  { value: 'fixed', label: 'Fixed value' },
  { value: 'template', label: 'Template' },
  { value: 'json', label: 'JSON' }
] as const

export type InputKind = (typeof INPUT_KINDS)[number]['value']

/** The part of a field's or a setting's definition that determines its input. */
export type FieldShape = Pick<InputField, 'type' | 'choices' | 'multiple'>

export function getInputKind(value: JSONLike | undefined): InputKind {
  if (value === undefined) return 'none'
  if (getDirectiveText(value, '@path') !== undefined) return 'path'
  if (getDirectiveText(value, '@template') !== undefined) return 'template'
  return typeof value === 'object' ? 'json' : 'fixed'
}

/** Objects and lists have no fixed value, because JSON covers it. */
export function getInputKinds({ type, multiple }: FieldShape): readonly { value: InputKind; label: string }[] {
  return INPUT_KINDS.filter(({ value }) => value !== 'fixed' || (type !== 'object' && multiple !== true))
}

/** The initial text of an input, converted if the value is of another kind. */
export function formatInput(value: JSONLike | undefined, kind: InputKind): string {
  const path = getDirectiveText(value, '@path')
  const template = getDirectiveText(value, '@template')
  switch (kind) {
    case 'none':
      return ''
    case 'json':
      return formatJson(value === undefined ? {} : value)
    case 'path':
      return path ?? '$.'
    case 'template':
      return template ?? (path === undefined ? '' : `{{${path.replace(/^\$\./, '')}}}`)
    case 'fixed':
      return typeof value === 'object' || value === undefined ? '' : String(value)
  }
}

/** The mapped value of an input's text. The text of the kind `json` must be valid JSON. */
export function parseInput(text: string, kind: InputKind, { type }: FieldShape): JSONLike | undefined {
  switch (kind) {
    case 'none':
      return undefined
    case 'path':
      return { '@path': text }
    case 'template':
      return { '@template': text }
    case 'fixed':
      return parseFixedValue(text, type)
    case 'json':
      return JSON.parse(text) as JSONLike
  }
}

/** The text of a value that consists of one directive only. */
function getDirectiveText(value: JSONLike | undefined, directive: string): string | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 1) return undefined
  const text = value[directive]
  return typeof text === 'string' ? text : undefined
}

function parseFixedValue(text: string, type: FieldShape['type']): JSONLike {
  if (type === 'boolean') return text === 'true'
  const isNumber = (type === 'number' || type === 'integer') && text.trim() !== '' && Number.isFinite(Number(text))
  return isNumber ? Number(text) : text
}
