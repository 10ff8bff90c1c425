import type { LocatedProblem } from './mapping-checks/locate-problem'
import type { MappingSource } from './mapping-source'

type Source = Pick<MappingSource, 'name' | 'isFile'>

/** Formats a problem on one line, with its place. */
export function formatProblem(source: Source, problem: LocatedProblem): string {
  return `${formatPlace(source, problem)} ${formatMessage(problem)}`
}

/** Formats a place like a compiler, so that editors and terminals can link to it. A URL has no lines to look up. */
export function formatPlace({ name, isFile }: Source, { line, column }: LocatedProblem): string {
  return isFile ? `${name}:${line}:${column}` : name
}

export function formatMessage({ key, message }: LocatedProblem): string {
  return key === '' ? message : `${key}: ${message}`
}
