import { useId, useState } from 'react'
import { sendCall } from '../segment/send-call'
import { changeState, useTesterState } from '../state/state-store'
import { clockTime } from '../ui/clock-time'
import { EVENT_TYPES, eventTemplate, type EventType } from './event-templates'
import { eventProblem, readEvent } from './event-text'
import { exampleEvents } from './examples'
import { JsonEditor } from './JsonEditor'

function show(event: Record<string, unknown>): void {
  changeState({ event: JSON.stringify(event, undefined, 2) })
}

function EventPicker() {
  return (
    <div className="event-picker">
      <select
        aria-label="Begin with an event"
        value=""
        onChange={({ target }) => {
          const { group = '', place = '' } = target.selectedOptions[0]?.dataset ?? {}
          const example = exampleEvents[Number(place)]?.event
          show(group === 'type' ? eventTemplate(target.value as EventType) : (example ?? {}))
        }}
      >
        <option value="" disabled>
          Begin with…
        </option>
        <optgroup label="A call">
          {EVENT_TYPES.map((type) => (
            <option key={type} value={type} data-group="type">
              {type}
            </option>
          ))}
        </optgroup>
        <optgroup label="An example of Segment's spec">
          {exampleEvents.map(({ label }, place) => (
            <option key={label} value={label} data-place={place}>
              {label}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}

/** The event as JSON, sent through the method of analytics.js that its type names. */
export function EventEditor() {
  const id = useId()
  const { event: text } = useTesterState()
  const { event, problem } = readEvent(text)
  const [status, setStatus] = useState('')

  function send(): void {
    if (!event) return setStatus('Not sent: fix the event first.')
    sendCall({ type: 'event', event })
    setStatus(`Sent at ${clockTime(new Date())}`)
  }

  return (
    <div className="event-editor">
      <EventPicker />
      <JsonEditor
        label="Event as JSON"
        value={text}
        check={eventProblem}
        describedBy={`${id}-problem`}
        onChange={(next) => changeState({ event: next })}
      />
      <p id={`${id}-problem`} className="field-error" aria-live="polite">
        {problem}
      </p>
      <div className="call-actions">
        <button id="send-event" type="button" className="primary" onClick={send}>
          Send
        </button>
        <p role="status" className="hint">
          {status}
        </p>
      </div>
    </div>
  )
}
