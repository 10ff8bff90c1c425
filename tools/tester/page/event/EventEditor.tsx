import { useId, useRef, useState } from 'react'
import { eventsInText } from '../../../cli/mapping-checks/events-in-text'
import { FieldError } from '../fields/FieldError'
import { formatJson, type JsonObject } from '../json/json-object'
import { JsonEditor } from '../json/JsonEditor'
import { sendCall } from '../segment/send-call'
import { updateState, useTesterState } from '../state/tester-store'
import { Status } from '../ui/Status'
import { formatTime } from '../ui/format-time'
import { eventTemplates } from './event-templates'
import { EventPicker } from './EventPicker'
import { findEventProblem, parseEvent } from './parse-event'
import { VisitorNotice } from './VisitorNotice'

interface EventEditorProps {
  /** Opens the text as a sequence of events. */
  onSequence: (text: string) => void
}

export function EventEditor({ onSequence }: EventEditorProps) {
  const id = useId()
  const { event: text } = useTesterState()
  const { event, problem } = parseEvent(text)
  const [status, setStatus] = useState('')
  const picked = useRef(formatJson(eventTemplates.identify))
  const isSequence = problem !== undefined && eventsInText(text).events.length > 0

  function send(): void {
    if (!event) return setStatus('Not sent. Fix the event first.')
    sendCall({ type: 'event', event })
    setStatus(`Sent at ${formatTime(Date.now())}`)
  }

  function pick(example: JsonObject): void {
    const isEdited = text !== picked.current
    picked.current = formatJson(example)
    updateState({ event: picked.current }, isEdited ? 'replace the event' : undefined)
  }

  return (
    <div className="event-editor">
      <EventPicker onPick={pick} />
      <JsonEditor
        label="Event JSON"
        value={text}
        check={findEventProblem}
        describedBy={`${id}-error`}
        onChange={(text) => updateState({ event: text })}
        onSubmit={send}
      />
      <FieldError id={`${id}-error`} text={isSequence ? 'The text has several events, or calls.' : problem} />
      {isSequence ? (
        <button type="button" className="secondary small" onClick={() => onSequence(text)}>
          Open as a sequence
        </button>
      ) : null}
      <VisitorNotice event={event} nextFocusId="send-event" />
      <div className="send-row">
        <button id="send-event" type="button" className="primary" onClick={send}>
          Send
        </button>
        <Status text={status} />
      </div>
    </div>
  )
}
