import { Context } from '@segment/analytics-next'
import { addWarning } from '../timeline/progress'
import { hasEntry } from '../timeline/timeline'
import type { Warning } from '../timeline/timeline-entry'

/** Warnings that were logged before the event's timeline entry was added, by message ID. */
const earlyWarnings = new Map<string, Warning[]>()

/**
 * Records warnings of all contexts: analytics.js passes each destination a context of its own, and discards it with its
 * log.
 */
export function recordWarnings(): void {
  Context.prototype.log = function (level, message, extras) {
    if (level === 'warn' || level === 'error') {
      recordWarning(this.event.messageId ?? '', { level, text: getText(message, extras) })
    }
    this.logger.log(level, message, extras)
  }
}

export function takeEarlyWarnings(messageId: string): Warning[] {
  const warnings = earlyWarnings.get(messageId) ?? []
  earlyWarnings.delete(messageId)
  return warnings
}

function recordWarning(messageId: string, warning: Warning): void {
  if (hasEntry(messageId)) addWarning(messageId, warning)
  else earlyWarnings.set(messageId, [...(earlyWarnings.get(messageId) ?? []), warning])
}

/** analytics.js logs errors with a general message. The error itself has the details. */
function getText(message: string, extras: object | undefined): string {
  if (extras instanceof Error) return extras.message
  return extras && 'error' in extras && extras.error instanceof Error ? extras.error.message : message
}
