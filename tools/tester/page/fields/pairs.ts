import type { JSONLike } from '@segment/actions-core'
import { isJsonObject } from '../json/json-object'

/** A key of an object field. The text of the value is a path, a template or a fixed value. */
export interface Pair {
  key: string
  text: string
}

export function splitPairs(text: string): Pair[] {
  return JSON.parse(text) as Pair[]
}

export function joinPairs(pairs: readonly Pair[]): string {
  return JSON.stringify(pairs)
}

/** The pairs of an object, or `undefined` if pairs cannot represent it. */
export function getPairs(value: JSONLike | undefined): Pair[] | undefined {
  if (!isJsonObject(value) || Object.keys(value).some((key) => key.startsWith('@'))) return undefined
  const pairs = Object.entries(value).map(([key, item]) => ({ key, text: formatValue(item) }))
  return JSON.stringify(parsePairs(pairs)) === JSON.stringify(value) ? pairs : undefined
}

/** Without pairs that have no key or no value. */
export function parsePairs(pairs: readonly Pair[]): JSONLike | undefined {
  const entries = pairs.filter(({ key, text }) => key !== '' && text !== '')
  return entries.length === 0 ? undefined : Object.fromEntries(entries.map(({ key, text }) => [key, parseValue(text)]))
}

function parseValue(text: string): JSONLike {
  if (text.startsWith('$.')) return { '@path': text }
  if (/\{\{.*\}\}/.test(text)) return { '@template': text }
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && String(Number(text)) === text ? Number(text) : text
}

function formatValue(value: unknown): string {
  if (!isJsonObject(value)) return String(value)
  return String(value['@path'] ?? value['@template'])
}
