import type { LocatedProblem } from './mapping-checks/locate-problem'
import type { MappingSource } from './mapping-source'

/** Formats a problem like a compiler, so that editors and terminals can link to its place. */
export function formatProblem(source: Pick<MappingSource, 'name' | 'isFile'>, problem: LocatedProblem): string {
  return `${formatPlace(source, problem)} ${problem.message}`
}

/** The place of a problem. The text of a URL has no lines that the user can look up. */
export function formatPlace({ name, isFile }: Pick<MappingSource, 'name' | 'isFile'>, problem: LocatedProblem): string {
  const { line, column, key } = problem
  const place = isFile ? `${name}:${line}:${column}` : name
  return key === '' ? place : `${place} ${key}:`
}
