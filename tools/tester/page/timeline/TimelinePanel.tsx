import { Panel } from '../ui/Panel'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Time } from '../ui/Time'
import { clearTimeline, selectEntry, useTimeline } from './timeline'
import type { TimelineEntry } from './timeline-entry'

function getSummary({ isSurveyEvent, beaconCalls, warnings, state }: TimelineEntry): string {
  if (isSurveyEvent) return 'survey event'
  if (state !== 'done') return state
  const parts: string[] = beaconCalls.map(({ command }) => command)
  if (warnings.length > 0) parts.push(warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`)
  return parts.join(', ')
}

export function TimelinePanel() {
  const { entries, selected } = useTimeline()
  return (
    <Panel
      title="Timeline"
      className="timeline-panel"
      action={
        <button type="button" className="secondary small" onClick={clearTimeline}>
          Clear
        </button>
      }
    >
      <ScrollRegion label="Timeline entries">
        {entries.length === 0 ? <p className="empty">No entries.</p> : null}
        <ol>
          {entries.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className={`timeline-entry ${entry.warnings.length > 0 ? 'has-warnings' : ''}`}
                aria-current={entry === selected}
                onClick={() => selectEntry(entry.id)}
              >
                <Time milliseconds={entry.time} />
                <span className="timeline-title">{entry.title}</span>
                <span className="hint">{getSummary(entry)}</span>
              </button>
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </Panel>
  )
}
