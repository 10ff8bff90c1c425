import { useState } from 'react'
import { JsonField } from '../ui/JsonField'
import { parseJsonObject } from '../ui/json-object'
import { TextField } from '../ui/TextField'
import { CallForm } from './CallForm'

export function PageForm() {
  const [name, setName] = useState('Pricing')
  const [text, setText] = useState('{\n  "path": "/pricing"\n}')
  const properties = parseJsonObject(text).value

  return (
    <CallForm title="Page" call={properties && { type: 'page', name, properties }}>
      <TextField label="Page name" value={name} onChange={setName} />
      <JsonField label="Page properties (JSON)" value={text} onChange={setText} rows={6} />
    </CallForm>
  )
}
