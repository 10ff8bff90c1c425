import { useRef } from 'react'
import { useSessionState } from '../state/session-storage'
import { Panel } from '../ui/Panel'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Time } from '../ui/Time'
import { exportTimeline } from './export-timeline'
import { filterEntries } from './filter-entries'
import { getOutcome, OUTCOME_KINDS } from './outcome'
import { clearTimeline, selectEntry, useTimeline } from './timeline'
import type { TimelineEntry } from './timeline-entry'

export function TimelinePanel() {
  const { entries, selected } = useTimeline()
  const [text, setText] = useSessionState('timeline.text', '')
  const [kind, setKind] = useSessionState('timeline.kind', '')
  const filter = useRef<HTMLInputElement>(null)
  const shown = filterEntries(entries, { text, kind })

  function clear(): void {
    clearTimeline()
    // The focused entry or button may be removed or disabled.
    filter.current?.focus()
  }

  return (
    <Panel
      title="Timeline"
      hint={shown.length === entries.length ? undefined : `${shown.length} of ${entries.length} entries`}
      className="timeline-panel"
      action={
        <div className="page-actions">
          <button
            type="button"
            className="secondary small"
            title="Download the shown events as JSON lines for ./bin/run replay"
            disabled={!shown.some(({ event }) => event)}
            onClick={() => exportTimeline(shown)}
          >
            Export events
          </button>
          <button type="button" className="secondary small" disabled={entries.length === 0} onClick={clear}>
            Clear
          </button>
        </div>
      }
    >
      <div className="timeline-filter">
        <input
          ref={filter}
          type="search"
          aria-label="Filter the timeline"
          placeholder="Filter"
          value={text}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <select aria-label="Outcome" value={kind} onChange={({ target }) => setKind(target.value)}>
          <option value="">All outcomes</option>
          {OUTCOME_KINDS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <ScrollRegion label="Timeline entries">
        {shown.length === 0 ? <p className="empty">No entries.</p> : null}
        <ol>
          {shown.map((entry) => (
            <li key={entry.id}>
              <EntryButton entry={entry} isSelected={entry === selected} />
            </li>
          ))}
        </ol>
      </ScrollRegion>
    </Panel>
  )
}

function EntryButton({ entry, isSelected }: { entry: TimelineEntry; isSelected: boolean }) {
  const { kind, text } = getOutcome(entry)
  const { length } = entry.warnings
  const warnings = length === 0 ? '' : length === 1 ? ', 1 warning' : `, ${length} warnings`
  return (
    <button
      type="button"
      className={`timeline-entry ${kind} ${length > 0 ? 'has-warnings' : ''}`}
      aria-current={isSelected}
      onClick={() => selectEntry(entry.id)}
    >
      <Time milliseconds={entry.time} />
      <span className="timeline-title">{entry.title}</span>
      <span className="hint" title={text}>
        {text}
        {warnings}
      </span>
    </button>
  )
}
