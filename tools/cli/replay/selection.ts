import { destination } from '../../../src/destinations/inmoment'
import { UsageError } from '../terminal/errors'
import { isEventType } from './recorded-event'
import type { Outcome } from './replayer'

/**
 * Which outcomes are shown and counted, by event types and actions. The other events are replayed all the same: what a
 * track sends depends on the identify before it.
 */
export function selectionOf(only: string[]): (outcome: Outcome) => boolean {
  const wanted = new Set(only.flatMap((names) => names.split(',')).map((name) => name.trim()))
  for (const name of wanted) {
    if (!isEventType(name) && !Object.keys(destination.actions).includes(name)) {
      const known = Object.keys(destination.actions).join(', ')
      throw new UsageError(`--only takes event types and the actions ${known}, not ${name}`)
    }
  }
  if (wanted.size === 0) return () => true
  return ({ type, matched }) => wanted.has(type) || matched.some(({ action }) => wanted.has(action))
}
