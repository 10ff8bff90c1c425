import { JsonField } from '../fields/JsonField'
import { TextField } from '../fields/TextField'
import { parseJsonObject } from '../json/parse-json-object'
import { useSessionState } from '../state/session-storage'
import { CallForm } from './CallForm'

export function TrackForm() {
  const [event, setEvent] = useSessionState('track.event', 'Trial Started')
  const [text, setText] = useSessionState('track.text', '{\n  "plan": "team",\n  "source": "pricing page"\n}')
  const properties = parseJsonObject(text).value

  return (
    <CallForm title="Track" call={properties && { type: 'track', event, properties }}>
      <TextField label="Event Name" value={event} onChange={setEvent} required />
      <JsonField label="Track properties (JSON)" value={text} onChange={setText} rows={6} />
    </CallForm>
  )
}
