import { destination } from '../../../src/destinations/inmoment'
import { UsageError } from '../terminal/errors'
import { isEventType } from './parse-event'
import type { ReplayResult } from './replayer'

/**
 * Creates a filter for the results of some event types and actions. All events are still replayed: what a track event
 * sends depends on the identify event before it.
 */
export function createResultFilter(only: string[]): (result: ReplayResult) => boolean {
  const names = new Set(only.flatMap((list) => list.split(',')).map((name) => name.trim()))
  const actions = Object.keys(destination.actions)
  for (const name of names) {
    if (!isEventType(name) && !actions.includes(name)) {
      throw new UsageError(`--only accepts event types and actions (${actions.join(', ')}), not ${name}`)
    }
  }
  if (names.size === 0) return () => true
  return ({ type, matched }) => names.has(type) || matched.some(({ action }) => names.has(action))
}
