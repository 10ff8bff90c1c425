import { getOutcome } from './outcome'
import type { TimelineEntry } from './timeline-entry'

export interface TimelineFilter {
  /** A part of the title or the outcome. Ignores case. */
  text: string
  /** A kind of outcome, or an empty text for all. */
  kind: string
}

export function filterEntries(entries: readonly TimelineEntry[], { text, kind }: TimelineFilter): TimelineEntry[] {
  const part = text.trim().toLowerCase()
  return entries.filter((entry) => {
    const outcome = getOutcome(entry)
    const isKind = kind === '' || outcome.kind === kind
    return isKind && `${entry.title} ${outcome.text}`.toLowerCase().includes(part)
  })
}
