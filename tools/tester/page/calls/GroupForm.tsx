import { useSessionState } from '../state/session'
import { JsonField } from '../ui/JsonField'
import { parseJsonObject } from '../ui/json-object'
import { TextField } from '../ui/TextField'
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
