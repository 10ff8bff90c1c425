import { isDeepStrictEqual } from 'node:util'
import type { Colorize } from '../terminal/colors'
import type { Invocation } from './action-recorder'
import type { ReplayResult } from './replayer'
import { formatHeader, formatInvocation } from './report'

/** The invocations that only one of two results has, without those that both have. */
export interface Difference {
  removed: Invocation[]
  added: Invocation[]
}

/** Compares the results of one event with two lists of mappings. Names of mappings do not matter. */
export function compareResults(before: ReplayResult, after: ReplayResult): Difference | undefined {
  const removed = before.matched.filter((one) => !after.matched.some((other) => isSame(one, other)))
  const added = after.matched.filter((one) => !before.matched.some((other) => isSame(one, other)))
  return removed.length + added.length > 0 ? { removed, added } : undefined
}

function isSame(one: Invocation, other: Invocation): boolean {
  // Not the settings, whose changes depend on the event before.
  return isDeepStrictEqual([one.action, one.payload, one.commands], [other.action, other.payload, other.commands])
}

export function formatDifference(
  place: string,
  result: ReplayResult,
  { removed, added }: Difference,
  colorize: Colorize
): string {
  const plain: Colorize = (_style, text) => text
  const lines = [
    ...removed.flatMap((one) => formatInvocation(one, plain).map((line) => colorize('red', `- ${line}`))),
    ...added.flatMap((one) => formatInvocation(one, plain).map((line) => colorize('green', `+ ${line}`)))
  ]
  return `${[formatHeader(place, result, colorize), ...lines].join('\n  ')}\n`
}
