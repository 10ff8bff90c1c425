import type { InputField } from '@segment/actions-core'
import type { InputKind } from '../fields/field-input'
import { FirstOfInput } from '../fields/FirstOfInput'
import { PairsInput } from '../fields/PairsInput'
import { PathInput } from '../fields/PathInput'
import { TemplateInput } from '../fields/TemplateInput'
import { ValueInput } from '../fields/ValueInput'
import { JsonEditor } from '../json/JsonEditor'

interface KindInputProps {
  id: string
  field: InputField
  kind: InputKind
  text: string
  describedBy: string
  onChange: (text: string) => void
}

/** The input for a kind of value. */
export function KindInput({ id, field, kind, text, describedBy, onChange }: KindInputProps) {
  const shared = { id, value: text, onChange, describedBy }
  switch (kind) {
    case 'none':
      return null
    case 'path':
      return <PathInput {...shared} label={`${field.label}: path`} pickerLabel={`Property for ${field.label}`} />
    case 'firstOf':
      return <FirstOfInput {...shared} label={field.label} />
    case 'pairs':
      return <PairsInput label={field.label} value={text} onChange={onChange} />
    case 'template':
      return (
        <TemplateInput {...shared} label={`${field.label}: template`} pickerLabel={`Property for ${field.label}`} />
      )
    case 'fixed':
      return <ValueInput {...shared} shape={field} label={`${field.label}: value`} />
    case 'json':
      return <JsonEditor label={`${field.label} as JSON`} value={text} onChange={onChange} />
  }
}
