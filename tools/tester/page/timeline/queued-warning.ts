import type { Warning } from './timeline-entry'

/** Whether this is the destination's warning for an event that waits for the beacon. */
export function isQueuedWarning({ text }: Warning): boolean {
  return text.includes('is queued until the beacon is ready')
}
