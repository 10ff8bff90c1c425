import { locateProblem, type LocatedProblem } from '../mapping-checks/locate-problem'
import type { Problem } from '../mapping-checks/problem'
import { readMappingDocument, type MappingDocument } from '../mapping-checks/read-mappings'
import { findSiteProblems } from '../mapping-checks/site-problems'
import type { MappingSource } from '../mapping-source'

/** A problem in a site's mappings or settings. */
export interface MappingProblem extends LocatedProblem {
  source: MappingSource
}

/** Checks mappings, and settings next to them, without events. Returns the problems in the order of the text. */
export function checkMappings(source: MappingSource): MappingProblem[] {
  const read = readMappingDocument(source.text)
  return locateProblems(source, findProblems(read))
}

/** Checks settings, and mappings next to them. */
export function checkSettings(source: MappingSource): MappingProblem[] {
  const read = readMappingDocument(source.text)
  if (read.subscriptions === undefined || read.settings) return locateProblems(source, findProblems(read))
  return locateProblems(source, [read.document.problemAt(read.path, 'error', 'Expected an object with settings.')])
}

/** Notes are not failures. */
export function isFailure({ severity }: { severity: Problem['severity'] }): boolean {
  return severity !== 'note'
}

function findProblems(read: MappingDocument): Problem[] {
  const hasErrors = read.problems.some(({ severity }) => severity === 'error')
  // A mapping that has an error is not read, so that the others could look incomplete.
  return hasErrors ? read.problems : [...read.problems, ...findSiteProblems(read)]
}

function locateProblems(source: MappingSource, problems: Problem[]): MappingProblem[] {
  return problems
    .sort((one, other) => one.start - other.start)
    .map((problem) => ({ source, ...locateProblem(source.text, problem) }))
}
