import { JsonField } from '../fields/JsonField'
import { TextField } from '../fields/TextField'
import { parseJsonObject } from '../json/parse-json-object'
import { useSessionState } from '../state/session-storage'
import { CallForm } from './CallForm'

function withoutEmpty(traits: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== ''))
}

export function IdentifyForm() {
  const [userId, setUserId] = useSessionState('identify.userId', 'user-4821')
  const [email, setEmail] = useSessionState('identify.email', 'ada@example.com')
  const [createdAt, setCreatedAt] = useSessionState('identify.createdAt', '2024-03-01T09:30:00Z')
  const [language, setLanguage] = useSessionState('identify.language', 'EN')
  const [text, setText] = useSessionState('identify.text', '{\n  "plan": "pro",\n  "seats": 12\n}')
  const otherTraits = parseJsonObject(text).value
  const traits = otherTraits && { ...otherTraits, ...withoutEmpty({ email, createdAt, language }) }

  return (
    <CallForm title="Identify" call={traits && { type: 'identify', userId, traits }}>
      <TextField label="User ID" value={userId} onChange={setUserId} />
      <TextField label="Email" value={email} onChange={setEmail} />
      <TextField label="Created At" value={createdAt} onChange={setCreatedAt} placeholder="2024-03-01T09:30:00Z" />
      <TextField label="Language" value={language} onChange={setLanguage} placeholder="EN" />
      <JsonField label="Other traits (JSON)" value={text} onChange={setText} rows={4} />
    </CallForm>
  )
}
