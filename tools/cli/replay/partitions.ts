import { hashText } from './hash-text'
import { getVisitorId } from './visitor-cache'
import type { RecordedEvent } from './parse-event'

/**
 * Visitors are divided into this number of partitions. It does not depend on the number of jobs, so results do not
 * either: each partition has a limited number of visitors.
 */
export const PARTITIONS = 16

/** The partition of an event's visitor. Events without an ID do not depend on others. */
export function partitionOf(event: RecordedEvent): number {
  const id = getVisitorId(event)
  return id === undefined ? 0 : hashText(id, 2) % PARTITIONS
}
