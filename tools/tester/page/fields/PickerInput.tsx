import { PathPicker } from './PathPicker'
import { ValueInput } from './ValueInput'

export interface PickerInputProps {
  id: string
  label: string
  pickerLabel: string
  value: string
  onChange: (value: string) => void
  describedBy?: string
  placeholder: string
  /** The new value after a path was picked. */
  insert: (path: string) => string
}

const TEXT_SHAPE = { type: 'string' } as const

/** A text input with a picker for paths of the current event. */
export function PickerInput({ pickerLabel, insert, onChange, ...input }: PickerInputProps) {
  return (
    <div className="path-input">
      <ValueInput {...input} shape={TEXT_SHAPE} onChange={onChange} />
      <PathPicker label={pickerLabel} onPick={(path) => onChange(insert(path))} />
    </div>
  )
}
