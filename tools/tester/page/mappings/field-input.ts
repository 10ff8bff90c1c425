import type { InputField, JSONLike } from '@segment/actions-core'

/** The ways in which Segment's app lets one fill a field. */
export const INPUT_MODES = [
  { value: 'none', label: 'Nothing' },
  { value: 'path', label: 'Event property' },
  { value: 'text', label: 'Fixed value' },
  { value: 'template', label: 'Template' },
  { value: 'json', label: 'JSON' }
] as const

export type InputMode = (typeof INPUT_MODES)[number]['value']

/** What a field of a definition tells of its input, a setting included. */
export type FieldShape = Pick<InputField, 'type' | 'choices' | 'multiple'>

function textIn(value: JSONLike | undefined, directive: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const [key, ...others] = Object.keys(value)
  const text = (value as Record<string, unknown>)[directive]
  return key === directive && others.length === 0 && typeof text === 'string' ? text : undefined
}

export function modeOf(value: JSONLike | undefined): InputMode {
  if (value === undefined) return 'none'
  if (textIn(value, '@path') !== undefined) return 'path'
  if (textIn(value, '@template') !== undefined) return 'template'
  return typeof value === 'object' ? 'json' : 'text'
}

/** An object has no fixed value but one written as JSON. */
export function modesFor({ type, multiple }: FieldShape): readonly { value: InputMode; label: string }[] {
  return INPUT_MODES.filter(({ value }) => value !== 'text' || (type !== 'object' && multiple !== true))
}

/** The text to begin with where an input is shown for a value, which may be of another mode. */
export function inputText(value: JSONLike | undefined, mode: InputMode): string {
  const text = textIn(value, '@path') ?? textIn(value, '@template')
  switch (mode) {
    case 'none':
      return ''
    case 'json':
      return value === undefined ? '{}' : JSON.stringify(value, undefined, 2)
    case 'path':
      return textIn(value, '@path') ?? '$.'
    case 'template':
      return textIn(value, '@template') ?? (text === undefined ? '' : `{{${text.replace(/^\$\./, '')}}}`)
    case 'text':
      return typeof value === 'object' || value === undefined ? '' : String(value)
  }
}

function typed(text: string, type: FieldShape['type']): JSONLike {
  if (type === 'boolean') return text === 'true'
  const isNumber = (type === 'number' || type === 'integer') && text.trim() !== '' && Number.isFinite(Number(text))
  return isNumber ? Number(text) : text
}

/** The mapping of an input's text; JSON has to be valid. */
export function valueOf(text: string, mode: InputMode, { type }: FieldShape): JSONLike | undefined {
  switch (mode) {
    case 'none':
      return undefined
    case 'path':
      return { '@path': text }
    case 'template':
      return { '@template': text }
    case 'text':
      return typed(text, type)
    case 'json':
      return JSON.parse(text) as JSONLike
  }
}
