import { useSyncExternalStore } from 'react'
import { clockTime } from '../ui/clock-time'
import { Panel } from '../ui/Panel'
import { timeline } from './timeline'
import type { TimelineEntry } from './timeline-entry'

function noteOf({ fromSurvey, calls, warnings, state }: TimelineEntry): string {
  if (fromSurvey) return 'from the survey'
  if (state !== 'done') return state === 'left' ? 'left' : 'waiting'
  const notes: string[] = calls.map(({ command }) => command)
  if (warnings.length > 0) notes.push(warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`)
  return notes.join(', ')
}

/** What happened, the newest first; each can be gone back to. */
export function TimelinePanel() {
  const { entries, selected } = useSyncExternalStore(timeline.subscribe, timeline.view)
  return (
    <Panel
      title="Timeline"
      className="timeline-panel"
      action={
        <button type="button" className="secondary small" onClick={timeline.clear}>
          Clear
        </button>
      }
    >
      <div className="scroll" role="region" aria-label="What was sent" tabIndex={0}>
        {entries.length === 0 ? <p className="empty">Nothing so far.</p> : null}
        <ol className="timeline">
          {entries.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className={`timeline-entry ${entry.warnings.length > 0 ? 'warned' : ''}`}
                aria-current={entry === selected}
                onClick={() => timeline.select(entry.id)}
              >
                <time dateTime={new Date(entry.time).toISOString()}>{clockTime(new Date(entry.time))}</time>
                <span className="timeline-title">{entry.title}</span>
                <span className="hint">{noteOf(entry)}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  )
}
