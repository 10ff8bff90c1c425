import { PathPicker } from './PathPicker'
import { ValueInput } from './ValueInput'

interface TemplateInputProps {
  id: string
  label: string
  pickerLabel: string
  value: string
  onChange: (value: string) => void
  describedBy?: string
}

const TEXT_SHAPE = { type: 'string' } as const

/** Text with placeholders such as `{{userId}}`. The picker adds one at the end. */
export function TemplateInput({ id, label, pickerLabel, value, onChange, describedBy }: TemplateInputProps) {
  return (
    <div className="path-input">
      <ValueInput
        id={id}
        shape={TEXT_SHAPE}
        value={value}
        onChange={onChange}
        label={label}
        describedBy={describedBy}
        placeholder="{{userId}}"
      />
      <PathPicker label={pickerLabel} onPick={(path) => onChange(`${value}{{${path.slice(2)}}}`)} />
    </div>
  )
}
