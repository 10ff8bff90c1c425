import { formatMessage, formatPlace } from '../format-problem'
import type { Colorize } from '../terminal/colors'
import { escapeText } from '../terminal/escape'
import { isFailure, type MappingProblem } from './check-mappings'

const SEVERITIES = ['error', 'warning', 'note'] as const

const STYLES = { error: 'red', warning: 'yellow', note: 'cyan' } as const

/** Formats one line for each problem and one for the result. */
export function formatReport(names: string[], problems: MappingProblem[], colorize: Colorize): string {
  const lines = problems.map((problem) =>
    [
      colorize('bold', formatPlace(problem.source, problem)),
      colorize(STYLES[problem.severity], problem.severity),
      escapeText(formatMessage(problem))
    ].join(' ')
  )
  return [...lines, formatResult(names, problems, colorize), ''].join('\n')
}

/** The problem without its source's text. A URL has no lines to look up. */
export function toJson({ source, severity, message, line, column, key }: MappingProblem): object {
  return { file: source.name, ...(source.isFile && { line, column }), key, severity, message }
}

function formatResult(names: string[], problems: MappingProblem[], colorize: Colorize): string {
  const name = escapeText(names.join(' and '))
  const counts = countProblems(problems)
  if (problems.some(isFailure)) return `${colorize('red', '✗')} ${name}: ${counts}`
  return `${colorize('green', '✓')} ${name}: no errors or warnings${counts === '' ? '' : `, ${counts}`}`
}

/** Counts the problems, such as `1 error, 2 notes`. */
function countProblems(problems: MappingProblem[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return counts.join(', ')
}
