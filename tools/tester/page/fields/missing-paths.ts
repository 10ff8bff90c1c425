import { distance } from 'fastest-levenshtein'
import type { JSONLike } from '@segment/actions-core'
import { isJsonObject, type JsonObject } from '../json/json-object'
import { evaluateField } from './evaluate-field'
import { getEventPaths } from './event-paths'

/** A path of a field that finds nothing in an event, and a path of the event with a similar name. */
export interface MissingPath {
  path: string
  similar: string
}

/** The paths of a field that are probably misspelled for this event. */
export function findMissingPaths(value: JSONLike, event: JsonObject): MissingPath[] {
  const paths = getEventPaths(event).map(({ path }) => path)
  return [...new Set(collectPaths(value, event))].flatMap((path) => {
    if (paths.includes(path) || !isMissing(evaluateField({ '@path': path }, event).value)) return []
    const similar = findSimilarPath(path, paths)
    return similar === undefined ? [] : [{ path, similar }]
  })
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null
}

/**
 * The paths in directives at any depth. A template's placeholders are paths without `$.`. A condition with a value needs
 * no other path.
 */
function collectPaths(value: JSONLike | undefined, event: JsonObject): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => collectPaths(item, event))
  if (!isJsonObject(value)) return []
  if ('@if' in value && !isMissing(evaluateField(value, event).value)) return []
  return Object.entries(value).flatMap(([key, child]) => {
    if (key === '@path' && typeof child === 'string') return [child]
    if (key !== '@template' || typeof child !== 'string') return collectPaths(child, event)
    return Array.from(child.matchAll(/\{\{\{?([^{}]+)\}/g), ([, name = '']) => `$.${name.trim()}`)
  })
}

/** The path with the same name elsewhere in the event, or with the most similar name. */
function findSimilarPath(path: string, paths: readonly string[]): string | undefined {
  const name = getComparableName(path)
  if (name === '') return undefined
  const candidates = paths
    .map((other) => ({ other, difference: distance(name, getComparableName(other)) }))
    .filter(({ difference }) => difference <= name.length / 4)
    .sort(
      (one, another) => one.difference - another.difference || distance(path, one.other) - distance(path, another.other)
    )
  return candidates[0]?.other
}

/** The last part of a path, without the differences between `createdAt`, `created_at` and `Created At`. */
function getComparableName(path: string): string {
  const name = path.slice(path.lastIndexOf('.') + 1)
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')
}
