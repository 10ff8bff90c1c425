import { JsonField } from '../fields/JsonField'
import { TextField } from '../fields/TextField'
import { parseJsonObject } from '../json/parse-json-object'
import { useSessionState } from '../state/session-storage'
import { CallForm } from './CallForm'

export function GroupForm() {
  const [groupId, setGroupId] = useSessionState('group.groupId', 'acme')
  const [text, setText] = useSessionState('group.text', '{\n  "name": "Acme Inc.",\n  "employees": 420\n}')
  const traits = parseJsonObject(text).value

  return (
    <CallForm title="Group" call={traits && { type: 'group', groupId, traits }}>
      <TextField label="Group ID" value={groupId} onChange={setGroupId} />
      <JsonField label="Group traits (JSON)" value={text} onChange={setText} rows={6} />
    </CallForm>
  )
}
