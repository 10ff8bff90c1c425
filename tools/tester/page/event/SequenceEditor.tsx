import { useId, useState } from 'react'
import { eventsInText } from '../../../cli/mapping-checks/events-in-text'
import { positionOf } from '../../../cli/mapping-checks/problem'
import { FieldError } from '../fields/FieldError'
import { getEventTitle } from '../observation/event-recorder'
import { sendCall } from '../segment/send-call'
import { useSessionState } from '../state/session-storage'
import { updateState, useTesterState } from '../state/tester-store'
import { ScrollRegion } from '../ui/ScrollRegion'

const PLACEHOLDER = `analytics.identify('user-1', { email: 'ada@example.com' })
analytics.track('Order Completed', { total: 14.5 })`

/** Several events, which you send one by one or all at once. */
export function SequenceEditor() {
  const id = useId()
  const { sequence: text } = useTesterState()
  const [sentText, setSentText] = useState(text)
  const [sentCount, setSentCount] = useSessionState('sequence.sent', 0)
  const [isSwitching, setIsSwitching] = useSessionState('sequence.switching', true)
  const { events, problem } = parseSequence(text)
  if (text !== sentText) {
    setSentText(text)
    setSentCount(0)
  }
  const rest = events.slice(sentCount)
  const [next] = rest

  function send(count: number): void {
    // First, because sending can reload the page.
    setSentCount(sentCount + count)
    sendCall({ type: 'events', events: rest.slice(0, count), isSwitching })
  }

  return (
    <div className="sequence-editor">
      <div className="field">
        <label htmlFor={id}>Events</label>
        <textarea
          id={id}
          className="code"
          value={text}
          rows={6}
          placeholder={PLACEHOLDER}
          spellCheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint ${id}-error`}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && next) send(1)
          }}
          onChange={({ target }) => updateState({ sequence: target.value })}
        />
        <p id={`${id}-hint`} className="hint">
          A JSON list, JSON lines, or calls of analytics.js with literal arguments. Code is not run.
        </p>
        <FieldError id={`${id}-error`} text={problem} />
      </div>
      <label className="checkbox">
        <input type="checkbox" checked={isSwitching} onChange={({ target }) => setIsSwitching(target.checked)} />
        <span>Switch to the visitor of each event</span>
      </label>
      <div className="send-row">
        <button id="send-next" type="button" className="primary" disabled={!next} onClick={() => send(1)}>
          Send next
        </button>
        <button type="button" className="secondary" disabled={!next} onClick={() => send(rest.length)}>
          {sentCount === 0 ? 'Send all' : 'Send the rest'}
        </button>
        <button type="button" className="secondary" disabled={sentCount === 0} onClick={() => setSentCount(0)}>
          Start again
        </button>
        <p role="status" className="hint">
          {events.length === 0 ? '' : `${Math.min(sentCount, events.length)} of ${events.length} sent`}
        </p>
      </div>
      {events.length === 0 ? null : (
        <ScrollRegion label="Events of the sequence">
          <ol className="sequence">
            {events.map((event, index) => (
              <li key={index} aria-current={index === sentCount ? 'step' : undefined}>
                {getEventTitle(event)} <span className="hint">{index < sentCount ? 'sent' : ''}</span>
              </li>
            ))}
          </ol>
        </ScrollRegion>
      )}
    </div>
  )
}

function parseSequence(text: string): { events: Record<string, unknown>[]; problem?: string } {
  if (text.trim() === '') return { events: [] }
  const { events, problems } = eventsInText(text)
  const [problem] = problems
  if (!problem) return { events }
  const { line, column } = positionOf(text, problem.start)
  return { events: [], problem: `Line ${line}, column ${column}: ${problem.message}` }
}
