import { generateFql, parseFql } from '@segment/destination-subscriptions'
import { closest } from './closest'
import type { Problem } from './problem'
import { parseTrigger } from './parse-trigger'

/** The fields of events that Segment's triggers can test. */
export const TRIGGER_FIELDS = ['type', 'event', 'name', 'userId', 'properties', 'traits', 'context']

/** The types of events that reach a destination in the browser. */
export const EVENT_TYPES = ['identify', 'track', 'page', 'group', 'alias']

/** Segment's limit on self-service plans (https://segment.com/docs/connections/destinations/actions/). */
const MAX_CONDITIONS = 2

/** Patterns that Segment's parser interprets in an unexpected way, outside double quotes. */
const PITFALLS: readonly [pattern: RegExp, severity: 'error' | 'warning', message: string][] = [
  [/'[^']*'/g, 'warning', 'Single quotes are part of the value. Use double quotes.'],
  [/[“”„‘’]/g, 'error', 'FQL has no typographic quotes. Use double quotes (").'],
  [/===?/g, 'warning', 'Segment reads the second = as the value. Use a single =.'],
  [/\bnot\b/gi, 'warning', 'Segment ignores "not". Use != or, before contains(…) and match(…), an exclamation mark.'],
  [/!\s*(?=\()/g, 'warning', 'Segment ignores ! before a group. Negate each condition instead.'],
  [/&&|\|\|/g, 'error', 'Use "and" and "or".'],
  [/(?<![=!<>])[<>!]=(?=[^\s=])/g, 'error', 'Put a space after the operator.'],
  [
    /\b(?:in|like)\b(?=\s*[("'])/gi,
    'error',
    'FQL has no such operator. Use =, !=, <, <=, >, >=, contains(…) or match(…).'
  ],
  [/\b(?:and|or)\s*$/gi, 'warning', 'A condition is missing after this word.']
]

/** Checks a trigger. `meaning` is what Segment reads, if that differs from the text. */
export function checkTrigger(fql: string): { problems: Problem[]; meaning?: string } {
  const { problem } = parseTrigger(fql)
  const hints = [...pitfalls(fql), ...quoteProblems(fql), ...fieldProblems(fql), ...typeProblems(fql)]
  if (problem !== undefined) {
    const errors = hints.some(({ severity }) => severity === 'error') ? hints : [...hints, whole(fql, 'error', problem)]
    return { problems: inOrder(errors) }
  }
  const meaning = generateFql(parseFql(fql))
  const problems = [...hints, ...mixedConditions(fql), ...limitNotes(fql)]
  if (normalized(meaning) === normalized(fql)) return { problems: inOrder(problems) }
  const isExplained = problems.some(({ severity }) => severity !== 'note')
  const difference = whole(fql, 'warning', 'Segment does not evaluate this trigger as written.')
  return { problems: inOrder(isExplained ? problems : [...problems, difference]), meaning }
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.sort((one, other) => one.start - other.start)
}

function whole(fql: string, severity: Problem['severity'], message: string): Problem {
  return { severity, message, start: 0, end: fql.length }
}

/** Replaces text in double quotes with spaces, so that offsets stay the same. */
function withoutTexts(fql: string): string {
  return fql.replace(/"[^"]*"/g, (text) => `"${' '.repeat(text.length - 2)}"`)
}

function found(fql: string, pattern: RegExp): { index: number; text: string; group?: string }[] {
  return Array.from(withoutTexts(fql).matchAll(pattern), (match) => ({
    index: match.index,
    text: match[0],
    group: match[1]
  }))
}

function pitfalls(fql: string): Problem[] {
  return PITFALLS.flatMap(([pattern, severity, message]) =>
    found(fql, pattern).map(({ index, text }) => ({ severity, message, start: index, end: index + text.length }))
  )
}

function quoteProblems(fql: string): Problem[] {
  const last = fql.lastIndexOf('"')
  const isOpen = (fql.match(/"/g) ?? []).length % 2 === 1
  const open: Problem[] = isOpen
    ? [{ severity: 'error', message: 'A closing double quote is missing.', start: last, end: fql.length }]
    : []
  const value = /(?:[=<>]\s*)([a-z_][^\s"'=<>(),]*(?:\s+(?!(?:and|or)\b)[a-z_][^\s"'=<>(),]*(?=\s|$|\)))*)/gi
  const unquoted = found(fql, value).flatMap(({ index, text, group = '' }): Problem[] => {
    if (isOpen || /^(?:true|false|null)$/.test(group)) return []
    const start = index + text.length - group.length
    return [{ severity: 'warning', message: 'Put the value in double quotes.', start, end: start + group.length }]
  })
  return [...open, ...unquoted]
}

/** A condition on any other field is ignored, so that the trigger can match more events than it looks. */
function fieldProblems(fql: string): Problem[] {
  const paths = found(fql, /(?:^|[\s(!,])([a-z_][\w-]*)(?:\.[\w.\\ -]*)?(?=\s*(?:=|!=|<|>))/gi)
  return paths.flatMap(({ index, text, group = '' }): Problem[] => {
    if (TRIGGER_FIELDS.includes(group) || /^(?:and|or|not)$/i.test(group)) return []
    const similar = closest(group, TRIGGER_FIELDS)
    const advice = similar ? `Did you mean ${similar}?` : `Triggers test ${TRIGGER_FIELDS.join(', ')}.`
    const start = index + text.indexOf(group)
    return [
      {
        severity: 'error',
        message: `Segment ignores conditions on ${group}. ${advice}`,
        start,
        end: start + group.length
      }
    ]
  })
}

function typeProblems(fql: string): Problem[] {
  return Array.from(fql.matchAll(/\btype\s*=\s*"([^"]*)"/g)).flatMap(({ index, 0: text, 1: type = '' }): Problem[] => {
    if (EVENT_TYPES.includes(type)) return []
    const message = /^(screen|delete)$/.test(type)
      ? `Events of the type ${type} do not reach destinations in the browser.`
      : `No event has this type. ${typeAdvice(type)}`
    return [{ severity: 'warning', message, start: index + text.indexOf('"'), end: index + text.length }]
  })
}

function typeAdvice(type: string): string {
  const similar = closest(type, EVENT_TYPES)
  return similar ? `Did you mean "${similar}"?` : `Use one of ${EVENT_TYPES.join(', ')}.`
}

/** Segment applies the last conditional of a group to all of its conditions. */
function mixedConditions(fql: string): Problem[] {
  let rest = withoutTexts(fql)
  while (/\([^()]*\)/.test(rest)) rest = rest.replace(/\([^()]*\)/g, (group) => '_'.repeat(group.length))
  const words = Array.from(rest.matchAll(/\b(and|or)\b/gi))
  const last = words.at(-1)
  if (!last || new Set(words.map(([word]) => word.toLowerCase())).size < 2) return []
  const message = `Segment reads "${last[0].toLowerCase()}" between all conditions. Group conditions with parentheses.`
  return [{ severity: 'warning', message, start: last.index, end: last.index + last[0].length }]
}

function limitNotes(fql: string): Problem[] {
  const count = conditionsIn(parseFql(fql))
  if (count <= MAX_CONDITIONS) return []
  const message = `Segment's self-service plans allow ${MAX_CONDITIONS} conditions per trigger. This trigger has ${count}.`
  return [whole(fql, 'note', message)]
}

function conditionsIn(condition: object): number {
  const { children } = condition as { children?: object[] }
  return children ? children.reduce((sum, child) => sum + conditionsIn(child), 0) : 1
}

/** Normalizes a trigger for comparison: whitespace, outer parentheses, and the case of `and` and `or`. */
function normalized(fql: string): string {
  return fql
    .split(/("[^"]*")/)
    .map((part, index) => (index % 2 ? part : part.replace(/\s+/g, '').toLowerCase()))
    .join('')
    .replace(/^\((.*)\)$/, '$1')
}
