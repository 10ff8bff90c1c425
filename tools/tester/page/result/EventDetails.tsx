import { JsonBlock } from '../json/JsonBlock'
import { formatJson, type JsonObject } from '../json/json-object'
import { updateState } from '../state/tester-store'
import type { TimelineEntry } from '../timeline/timeline-entry'
import { MappingResults } from './MappingResults'

interface EventDetailsProps {
  entry: TimelineEntry
  event: JsonObject
}

/** The mappings of an event, and the request to Segment. */
export function EventDetails({ entry: { isSurveyEvent, mappings, request }, event }: EventDetailsProps) {
  return (
    <>
      {isSurveyEvent ? null : (
        <>
          <h3>Mappings</h3>
          <MappingResults results={mappings} />
        </>
      )}
      <h3>Request to Segment</h3>
      {request ? (
        <>
          <p>
            <code>POST {request.url}</code>
          </p>
          <JsonBlock value={request.body} />
        </>
      ) : (
        <p className="empty">No request yet.</p>
      )}
      <button
        type="button"
        className="secondary small"
        onClick={() => updateState({ event: formatJson(event) }, 'edit this event')}
      >
        Edit this event
      </button>
    </>
  )
}
