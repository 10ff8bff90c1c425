import Table from 'cli-table3'
import { escapeText } from '../terminal/escape'
import type { Colorize } from '../terminal/colors'
import type { Invocation } from './action-recorder'
import { OTHER, type Count } from './bounded-counts'
import type { SettingsChange } from './compare-settings'
import type { ReplayResult } from './replayer'
import type { Example, Summary } from './summary'

/** The number of names in a list of the summary. `--json` has all of them. */
const MAX_LISTED = 20

/** Formats a result for people. `place` is the file and the line. */
export function formatResult(place: string, result: ReplayResult, colorize: Colorize): string {
  const { matched, warnings, errors, excluded } = result
  const lines = [
    formatHeader(place, result, colorize),
    ...matched.flatMap((invocation) => formatInvocation(invocation, colorize)),
    ...(matched.length > 0 ? [] : [colorize('dim', excluded ? 'excluded by its integrations' : 'no mapping matched')]),
    ...warnings.map(({ name, problem }) => `${colorize('yellow', 'warning')} ${escapeText(`${name} ${problem}`)}`),
    ...errors.map((error) => `${colorize('red', 'error')} ${escapeText(error)}`)
  ]
  return `${lines.join('\n  ')}\n`
}

export function formatHeader(place: string, result: ReplayResult, colorize: Colorize): string {
  const { type, name, userId, anonymousId } = result
  const visitor = userId ? `user ${userId}` : anonymousId ? `visitor ${anonymousId}` : 'no ID'
  const title = escapeText(`${type}${name ? ` "${name}"` : ''}`)
  return `${colorize('bold', title)} ${colorize('dim', escapeText(`${visitor}, ${place}`))}`
}

/** What a mapping did, as lines. */
export function formatInvocation(invocation: Invocation, colorize: Colorize): string[] {
  const { subscription, action, payload, commands, settings } = invocation
  return [
    `${colorize('cyan', escapeText(subscription))}${subscription === action ? '' : ` (${action})`}`,
    `  payload  ${formatJson(payload)}`,
    `  beacon   ${commands.map((command) => `wootric('${command}')`).join(', ') || 'no commands'}`,
    ...settings.map((change) => `  settings ${formatChange(change, colorize)}`)
  ]
}

function formatChange({ key, before, after }: SettingsChange, colorize: Colorize): string {
  const name = escapeText(key)
  if (after === undefined) return colorize('red', `- ${name}: ${formatJson(before)}`)
  if (before === undefined) return colorize('green', `+ ${name}: ${formatJson(after)}`)
  return colorize('yellow', `~ ${name}: ${formatJson(before)} → ${formatJson(after)}`)
}

export function formatSummary(summary: Summary, colorize: Colorize): string {
  const { events, byType, unmatched, excluded, doubleRequests, eventNames, warnings, errors, invalidEvents } = summary
  const unmatchedEvents = unmatched.reduce((total, [, count]) => total + count, 0)
  return [
    colorize('bold', `events: ${events}`),
    `  ${byType.map(([type, count]) => `${count} ${type}`).join(', ')}`,
    ...(excluded > 0 ? [`  ${excluded} excluded by their integrations`] : []),
    ...(invalidEvents > 0 ? [colorize('red', `  ${invalidEvents} invalid, skipped`)] : []),
    '',
    formatMappings(summary),
    ...formatList('events for which several mappings request a survey', doubleRequests, colorize, 'yellow'),
    ...formatList('event names to register in InMoment', eventNames, colorize),
    ...formatList(`events that no mapping matched: ${unmatchedEvents}`, unmatched, colorize),
    ...formatExamples('warnings', warnings, colorize, 'yellow'),
    ...formatExamples('errors', errors, colorize, 'red'),
    ''
  ].join('\n')
}

function formatMappings({ mappings }: Summary): string {
  const head = ['Mapping', 'Matched', 'Survey requests', 'Without email', 'Visitors (about)', 'Top event names']
  // Without colors: they are part of the texts where the terminal has them.
  const table = new Table({ head, style: { head: [], border: [], compact: true }, wordWrap: true })
  for (const { name, matched, surveyRequests, withoutEmail, visitors, eventNames } of mappings) {
    const top = eventNames.slice(0, 3).map(([event, count]) => `${formatName(event)} (${count})`)
    table.push([formatName(name), matched, surveyRequests, withoutEmail, visitors, top.join('\n')])
  }
  return table.toString()
}

function formatList(title: string, counts: Count[], colorize: Colorize, color: 'yellow' | 'bold' = 'bold'): string[] {
  if (counts.length === 0) return []
  const rest = counts.length - MAX_LISTED
  return [
    colorize(color, title),
    ...counts.slice(0, MAX_LISTED).map(([name, count]) => `  ${count} ${formatName(name)}`),
    ...(rest > 0 ? [`  and ${rest} more`] : [])
  ]
}

function formatExamples(name: string, examples: Example[], colorize: Colorize, color: 'yellow' | 'red'): string[] {
  if (examples.length === 0) return [colorize('dim', `no ${name}`)]
  const lines = examples.map(([kind, count, place]) => `  ${count} ${formatName(kind)} (first: ${formatName(place)})`)
  const rest = lines.length - MAX_LISTED
  return [colorize(color, name), ...lines.slice(0, MAX_LISTED), ...(rest > 0 ? [`  and ${rest} more`] : [])]
}

function formatName(name: string): string {
  return name === OTHER ? 'other names' : escapeText(name)
}

function formatJson(value: unknown): string {
  return value === undefined ? 'none' : escapeText(JSON.stringify(value))
}
