import type { Paint } from '../terminal/paint'
import type { Invocation } from './observer'
import type { Outcome } from './replayer'
import type { SettingsChange } from './settings-changes'
import type { Summary } from './summary'

/** An outcome as text for people. */
export function outcomeText(place: string, outcome: Outcome, paint: Paint): string {
  const { type, name, userId, anonymousId, matched, warnings, errors, keptAway } = outcome
  const who = userId ? `user ${userId}` : anonymousId ? `visitor ${anonymousId}` : 'nobody'
  const lines = [
    `${paint('bold', `${type}${name ? ` "${name}"` : ''}`)} ${paint('dim', `${who}, ${place}`)}`,
    ...matched.flatMap((invocation) => invocationLines(invocation, paint)),
    ...(matched.length > 0 ? [] : [paint('dim', keptAway ? 'kept away by its integrations' : 'matched by nothing')]),
    ...warnings.map(({ name, problem }) => `${paint('yellow', 'warning')} ${name} ${problem}`),
    ...errors.map((error) => `${paint('red', 'error')} ${error}`)
  ]
  return `${lines.join('\n  ')}\n`
}

function invocationLines({ subscription, action, payload, commands, settings }: Invocation, paint: Paint): string[] {
  return [
    `${paint('cyan', subscription)}${subscription === action ? '' : ` (${action})`}`,
    `  payload  ${json(payload)}`,
    `  beacon   ${commands.map((command) => `wootric('${command}')`).join(', ') || 'told nothing'}`,
    ...settings.map((change) => `  settings ${changeText(change, paint)}`)
  ]
}

function changeText({ key, before, after }: SettingsChange, paint: Paint): string {
  if (after === undefined) return paint('red', `- ${key}: ${json(before)}`)
  if (before === undefined) return paint('green', `+ ${key}: ${json(after)}`)
  return paint('yellow', `~ ${key}: ${json(before)} → ${json(after)}`)
}

/** The summary as text for people. */
export function summaryText(summary: Summary, paint: Paint): string {
  const { events, byType, matchedByNothing, keptAway, warnings, errors, brokenLines } = summary
  const kept = keptAway > 0 ? `, ${keptAway} of them kept away by their integrations` : ''
  return [
    paint('bold', `${events} events`),
    ...counts(byType),
    `  ${matchedByNothing} matched by nothing${kept}`,
    ...section('warnings', 'yellow', warnings, paint),
    ...section('errors', 'red', errors, paint),
    ...(brokenLines > 0 ? [paint('red', `${brokenLines} broken, and skipped`)] : []),
    ''
  ].join('\n')
}

function section(name: string, colour: 'yellow' | 'red', tally: Record<string, number>, paint: Paint): string[] {
  const lines = counts(tally)
  return lines.length === 0 ? [paint('dim', `no ${name}`)] : [paint(colour, name), ...lines]
}

function counts(tally: Record<string, number>): string[] {
  return Object.entries(tally).map(([kind, count]) => `  ${count} ${kind}`)
}

function json(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
