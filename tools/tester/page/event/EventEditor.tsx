import { useId, useState } from 'react'
import { FieldError } from '../fields/FieldError'
import { formatJson } from '../json/json-object'
import { JsonEditor } from '../json/JsonEditor'
import { sendCall } from '../segment/send-call'
import { updateState, useTesterState } from '../state/tester-store'
import { Status } from '../ui/Status'
import { formatTime } from '../ui/format-time'
import { EventPicker } from './EventPicker'
import { findEventProblem, parseEvent } from './parse-event'

export function EventEditor() {
  const id = useId()
  const { event: text } = useTesterState()
  const { event, problem } = parseEvent(text)
  const [status, setStatus] = useState('')

  function send(): void {
    if (!event) return setStatus('Not sent. Fix the event first.')
    sendCall({ type: 'event', event })
    setStatus(`Sent at ${formatTime(Date.now())}`)
  }

  return (
    <div className="event-editor">
      <EventPicker onPick={(event) => updateState({ event: formatJson(event) })} />
      <JsonEditor
        label="Event JSON"
        value={text}
        check={findEventProblem}
        describedBy={`${id}-error`}
        onChange={(text) => updateState({ event: text })}
      />
      <FieldError id={`${id}-error`} text={problem} />
      <div className="send-row">
        <button id="send-event" type="button" className="primary" onClick={send}>
          Send
        </button>
        <Status text={status} />
      </div>
    </div>
  )
}
