import { getOutcome } from '../timeline/outcome'
import type { TimelineEntry } from '../timeline/timeline-entry'
import { INMOMENT_DOCS } from '../ui/docs-urls'
import { DocsLink } from '../ui/DocsLink'
import { ScrollRegion } from '../ui/ScrollRegion'
import { formatTime } from '../ui/format-time'
import { BeaconCalls } from './BeaconCalls'
import { DoubleRequest } from './DoubleRequest'
import { EventDetails } from './EventDetails'
import { SettingsDiff } from './SettingsDiff'
import { SurveyReasons } from './SurveyReasons'
import { Warnings } from './Warnings'

/** The selected timeline entry and its effects. */
export function EntryDetails({ entry }: { entry: TimelineEntry | undefined }) {
  return (
    <ScrollRegion label="Selected entry" className="entry-details">
      {entry ? <Details entry={entry} /> : <p className="empty">Send an event to see its result.</p>}
    </ScrollRegion>
  )
}

function Details({ entry }: { entry: TimelineEntry }) {
  const { event, conditions, isSurveyEvent, isSurveyShown } = entry
  const outcome = getOutcome(entry)
  return (
    <>
      <p className="entry-title">
        <strong>{entry.title}</strong> <span className="hint">{formatTime(entry.time)}</span>
      </p>
      <p className={`outcome ${outcome.kind}`}>{outcome.text}</p>
      <DoubleRequest names={entry.surveyRequests} />
      {event && conditions && !isSurveyEvent && !isSurveyShown ? (
        <SurveyReasons key={entry.id} entry={entry} conditions={conditions} />
      ) : null}
      <Warnings warnings={entry.warnings} />
      <h3>Beacon calls</h3>
      <BeaconCalls calls={entry.beaconCalls} />
      <h3>
        Changes to <code>wootricSettings</code> <DocsLink href={INMOMENT_DOCS} topic="wootricSettings" />
      </h3>
      <SettingsDiff before={entry.before} after={entry.after} />
      {event ? <EventDetails entry={entry} event={event} /> : null}
    </>
  )
}
