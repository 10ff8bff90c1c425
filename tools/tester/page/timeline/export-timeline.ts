import type { TimelineEntry } from './timeline-entry'

/** Downloads events as JSON lines, which `replay` reads. */
export function exportTimeline(entries: readonly TimelineEntry[]): void {
  const url = URL.createObjectURL(new Blob([toJsonLines(entries)], { type: 'application/x-ndjson' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'events.jsonl'
  link.click()
  URL.revokeObjectURL(url)
}

/** The oldest event is first. Survey events are not included, because the destination sends them itself. */
export function toJsonLines(entries: readonly TimelineEntry[]): string {
  const events = entries.flatMap(({ event, isSurveyEvent }) => (event && !isSurveyEvent ? [event] : []))
  return events
    .reverse()
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('')
}
