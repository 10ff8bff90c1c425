import type { JsonObject } from '../segment/json-object'
import { useSessionState } from '../state/session'
import { JsonField } from '../ui/JsonField'
import { parseJsonObject } from '../ui/json-object'
import { TextField } from '../ui/TextField'
import { CallForm } from './CallForm'

function filled(traits: Record<string, string>): JsonObject {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== ''))
}

export function IdentifyForm() {
  const [userId, setUserId] = useSessionState('identify.userId', 'user-4821')
  const [email, setEmail] = useSessionState('identify.email', 'ada@example.com')
  const [createdAt, setCreatedAt] = useSessionState('identify.createdAt', '2024-03-01T09:30:00Z')
  const [language, setLanguage] = useSessionState('identify.language', 'EN')
  const [otherTraits, setOtherTraits] = useSessionState('identify.otherTraits', '{\n  "plan": "pro",\n  "seats": 12\n}')
  const traits = parseJsonObject(otherTraits).value

  return (
    <CallForm
      title="Identify"
      call={traits && { type: 'identify', userId, traits: { ...traits, ...filled({ email, createdAt, language }) } }}
    >
      <TextField label="User ID" value={userId} onChange={setUserId} />
      <TextField label="Email" value={email} onChange={setEmail} />
      <TextField label="Created at" value={createdAt} onChange={setCreatedAt} placeholder="2024-03-01T09:30:00Z" />
      <TextField label="Language" value={language} onChange={setLanguage} placeholder="EN" />
      <JsonField label="Other traits (JSON)" value={otherTraits} onChange={setOtherTraits} />
    </CallForm>
  )
}
