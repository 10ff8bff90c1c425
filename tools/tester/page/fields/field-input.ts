import type { InputField, JSONLike } from '@segment/actions-core'
import { createPathDirective } from '../../../../src/destinations/inmoment/fields'
import { formatJson, isJsonObject } from '../json/json-object'
import { getPairs, joinPairs, parsePairs, splitPairs } from './pairs'

/** How you can map a field, as in Segment's app. */
const INPUT_KINDS = [
  { value: 'none', label: 'No value' },
  { value: 'path', label: 'Event property' },
  { value: 'firstOf', label: 'First of' },
  { value: 'fixed', label: 'Fixed value' },
  { value: 'template', label: 'Template' },
  { value: 'pairs', label: 'Key-value pairs' },
  { value: 'json', label: 'JSON' }
] as const

export type InputKind = (typeof INPUT_KINDS)[number]['value']

/** The part of a field's or a setting's definition that determines its input. */
export type FieldShape = Pick<InputField, 'type' | 'choices' | 'multiple'>

export function getInputKind(value: JSONLike | undefined, shape: FieldShape): InputKind {
  if (value === undefined) return 'none'
  if (getDirectiveText(value, '@path') !== undefined) return 'path'
  if (getPaths(value) !== undefined) return 'firstOf'
  if (getDirectiveText(value, '@template') !== undefined) return 'template'
  if (hasPairs(shape) && getPairs(value) !== undefined) return 'pairs'
  return typeof value === 'object' ? 'json' : 'fixed'
}

/** Objects and lists have no fixed value, because other kinds cover it. */
export function getInputKinds(shape: FieldShape): readonly { value: InputKind; label: string }[] {
  return INPUT_KINDS.filter(({ value }) => {
    if (value === 'pairs') return hasPairs(shape)
    return value !== 'fixed' || (shape.type !== 'object' && shape.multiple !== true)
  })
}

function hasPairs({ type, multiple }: FieldShape): boolean {
  return type === 'object' && multiple !== true
}

/** The initial text of an input, converted if the value is of another kind. The kind `firstOf` has one path per line. */
export function formatInput(value: JSONLike | undefined, kind: InputKind): string {
  const paths = getPaths(value)
  const path = paths?.[0]
  const template = getDirectiveText(value, '@template')
  switch (kind) {
    case 'none':
      return ''
    case 'json':
      return formatJson(value === undefined ? {} : value)
    case 'path':
      return path ?? ''
    case 'firstOf':
      return joinPaths(paths ?? [''])
    case 'pairs':
      return joinPairs(getPairs(value) ?? [{ key: '', text: '' }])
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
    case 'firstOf':
      return parsePaths(splitPaths(text))
    case 'pairs':
      return parsePairs(splitPairs(text))
    case 'template':
      return { '@template': text }
    case 'fixed':
      return parseFixedValue(text, type)
    case 'json':
      return JSON.parse(text) as JSONLike
  }
}

export function splitPaths(text: string): string[] {
  return text.split('\n')
}

export function joinPaths(paths: readonly string[]): string {
  return paths.join('\n')
}

/** Without empty paths: Segment reads them as the whole event. */
function parsePaths(paths: readonly string[]): JSONLike | undefined {
  const [path, ...others] = paths.map((text) => text.trim()).filter((text) => text !== '' && text !== '$.')
  return path === undefined ? undefined : (createPathDirective(path, ...others) as unknown as JSONLike)
}

/** The paths of a value that is the first of these. */
function getPaths(value: JSONLike | undefined): string[] | undefined {
  const path = getDirectiveText(value, '@path')
  if (path !== undefined) return [path]
  const condition = isJsonObject(value) ? value['@if'] : undefined
  if (!isJsonObject(condition)) return undefined
  const first = getDirectiveText(condition.exists, '@path')
  const others = getPaths(condition.else)
  if (first === undefined || others === undefined) return undefined
  // Anything else would get lost, such as another value for "then".
  const isSame = JSON.stringify(value) === JSON.stringify(createPathDirective(first, ...others))
  return isSame ? [first, ...others] : undefined
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
