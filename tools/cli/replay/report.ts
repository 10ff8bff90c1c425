import type { Colorize } from '../terminal/colors'
import type { Invocation } from './action-recorder'
import type { SettingsChange } from './compare-settings'
import type { ReplayResult } from './replayer'
import type { Summary } from './summary'

/** Formats a result for people. `place` is the file and the line. */
export function formatResult(place: string, result: ReplayResult, colorize: Colorize): string {
  const { type, name, userId, anonymousId, matched, warnings, errors, excluded } = result
  const visitor = userId ? `user ${userId}` : anonymousId ? `visitor ${anonymousId}` : 'no ID'
  const lines = [
    `${colorize('bold', `${type}${name ? ` "${name}"` : ''}`)} ${colorize('dim', `${visitor}, ${place}`)}`,
    ...matched.flatMap((invocation) => formatInvocation(invocation, colorize)),
    ...(matched.length > 0 ? [] : [colorize('dim', excluded ? 'excluded by its integrations' : 'no mapping matched')]),
    ...warnings.map(({ name, problem }) => `${colorize('yellow', 'warning')} ${name} ${problem}`),
    ...errors.map((error) => `${colorize('red', 'error')} ${error}`)
  ]
  return `${lines.join('\n  ')}\n`
}

function formatInvocation(
  { subscription, action, payload, commands, settings }: Invocation,
  colorize: Colorize
): string[] {
  return [
    `${colorize('cyan', subscription)}${subscription === action ? '' : ` (${action})`}`,
    `  payload  ${formatJson(payload)}`,
    `  beacon   ${commands.map((command) => `wootric('${command}')`).join(', ') || 'no commands'}`,
    ...settings.map((change) => `  settings ${formatChange(change, colorize)}`)
  ]
}

function formatChange({ key, before, after }: SettingsChange, colorize: Colorize): string {
  if (after === undefined) return colorize('red', `- ${key}: ${formatJson(before)}`)
  if (before === undefined) return colorize('green', `+ ${key}: ${formatJson(after)}`)
  return colorize('yellow', `~ ${key}: ${formatJson(before)} → ${formatJson(after)}`)
}

/** Formats the summary for people. */
export function formatSummary(summary: Summary, colorize: Colorize): string {
  const { events, byType, unmatched, excluded, warnings, errors, invalidEvents } = summary
  const excludedText = excluded > 0 ? `, of which ${excluded} excluded by their integrations` : ''
  return [
    colorize('bold', `events: ${events}`),
    ...formatCounts(byType),
    `  ${unmatched} without a matching mapping${excludedText}`,
    ...formatSection('warnings', 'yellow', warnings, colorize),
    ...formatSection('errors', 'red', errors, colorize),
    ...(invalidEvents > 0 ? [colorize('red', `skipped because they are invalid: ${invalidEvents}`)] : []),
    ''
  ].join('\n')
}

function formatSection(
  name: string,
  color: 'yellow' | 'red',
  counts: Record<string, number>,
  colorize: Colorize
): string[] {
  const lines = formatCounts(counts)
  return lines.length === 0 ? [colorize('dim', `no ${name}`)] : [colorize(color, name), ...lines]
}

function formatCounts(counts: Record<string, number>): string[] {
  return Object.entries(counts).map(([key, count]) => `  ${count} ${key}`)
}

function formatJson(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value)
}
