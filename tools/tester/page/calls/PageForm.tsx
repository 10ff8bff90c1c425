import { JsonField } from '../fields/JsonField'
import { TextField } from '../fields/TextField'
import { parseJsonObject } from '../json/parse-json-object'
import { useSessionState } from '../state/session-storage'
import { CallForm } from './CallForm'

export function PageForm() {
  const [name, setName] = useSessionState('page.name', 'Pricing')
  const [text, setText] = useSessionState('page.text', '{\n  "path": "/pricing"\n}')
  const properties = parseJsonObject(text).value

  return (
    <CallForm title="Page" call={properties && { type: 'page', name, properties }}>
      <TextField label="Page Name" value={name} onChange={setName} />
      <JsonField label="Page properties (JSON)" value={text} onChange={setText} rows={6} />
    </CallForm>
  )
}
