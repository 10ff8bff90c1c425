import { changeState } from '../state/state-store'
import type { TimelineEntry } from '../timeline/timeline-entry'
import { clockTime } from '../ui/clock-time'
import { JsonBlock } from './JsonBlock'
import { MappingResults } from './MappingResults'
import { SettingsDiff } from './SettingsDiff'

const STATES: Record<TimelineEntry['state'], string> = {
  pending: 'Waiting to be delivered',
  queued: 'Queued until the beacon is ready',
  done: 'Delivered',
  left: 'The page was left before it was delivered'
}

function BeaconCalls({ entry }: { entry: TimelineEntry }) {
  if (entry.calls.length === 0) return <p className="empty">The beacon was not called.</p>
  return (
    <ol aria-label="Calls that the beacon got" className="beacon-calls">
      {entry.calls.map(({ command, subject }, index) => (
        <li key={index}>
          <code className={`command ${command}`}>{`wootric('${command}')`}</code>{' '}
          <span className="subject">{subject}</span>
        </li>
      ))}
    </ol>
  )
}

function Warnings({ entry }: { entry: TimelineEntry }) {
  if (entry.warnings.length === 0) return null
  return (
    <>
      <h3>Warnings</h3>
      <ul aria-label="Warnings of the destination">
        {entry.warnings.map(({ level, text }, index) => (
          <li key={index} className={`warning ${level}`}>
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}

function EventOf({ entry }: { entry: TimelineEntry }) {
  const { event, request } = entry
  if (!event) return null
  return (
    <>
      {entry.fromSurvey ? null : (
        <>
          <h3>Mappings</h3>
          <MappingResults results={entry.mappings} />
        </>
      )}
      <h3>What Segment got</h3>
      {request ? (
        <>
          <p>
            <code>POST {request.url}</code>
          </p>
          <JsonBlock value={request.body} />
        </>
      ) : (
        <p className="empty">Nothing so far.</p>
      )}
      <button
        type="button"
        className="secondary small"
        onClick={() => changeState({ event: JSON.stringify(event, undefined, 2) })}
      >
        Put this event into the editor
      </button>
    </>
  )
}

/** Something that happened, and all that came of it. */
export function SentEntry({ entry }: { entry: TimelineEntry | undefined }) {
  return (
    <div className="scroll sent" role="region" aria-label="What came of it" tabIndex={0}>
      {entry ? (
        <>
          <p className="sent-title">
            <strong>{entry.title}</strong>{' '}
            <span className="hint">
              {clockTime(new Date(entry.time))} ·{' '}
              {entry.fromSurvey ? 'From the survey, for Segment alone' : STATES[entry.state]}
            </span>
          </p>
          <Warnings entry={entry} />
          <h3>Beacon</h3>
          <BeaconCalls entry={entry} />
          <h3>
            <code>wootricSettings</code>
          </h3>
          <SettingsDiff before={entry.before} after={entry.after} />
          <EventOf entry={entry} />
        </>
      ) : (
        <p className="empty">Nothing has been sent yet.</p>
      )}
    </div>
  )
}
