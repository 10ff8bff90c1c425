import type { TimelineEntry } from '../timeline/timeline-entry'
import { ScrollRegion } from '../ui/ScrollRegion'
import { formatTime } from '../ui/format-time'
import { BeaconCalls } from './BeaconCalls'
import { EventDetails } from './EventDetails'
import { SettingsDiff } from './SettingsDiff'
import { Warnings } from './Warnings'

const STATES: Record<TimelineEntry['state'], string> = {
  pending: 'Pending',
  queued: 'Queued until the beacon is ready',
  done: 'Done',
  unfinished: 'Unfinished: the page was closed or reloaded'
}

/** The selected timeline entry and its effects. */
export function EntryDetails({ entry }: { entry: TimelineEntry | undefined }) {
  return (
    <ScrollRegion label="Selected entry" className="entry-details">
      {entry ? (
        <>
          <p className="entry-title">
            <strong>{entry.title}</strong>{' '}
            <span className="hint">
              {formatTime(entry.time)} ·{' '}
              {entry.isSurveyEvent ? 'Survey event, sent to Segment only' : STATES[entry.state]}
            </span>
          </p>
          <Warnings warnings={entry.warnings} />
          <h3>Beacon calls</h3>
          <BeaconCalls calls={entry.beaconCalls} />
          <h3>
            Changes to <code>wootricSettings</code>
          </h3>
          <SettingsDiff before={entry.before} after={entry.after} />
          {entry.event ? <EventDetails entry={entry} event={entry.event} /> : null}
        </>
      ) : (
        <p className="empty">Send an event to see its result.</p>
      )}
    </ScrollRegion>
  )
}
