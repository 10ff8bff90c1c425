import { PathPicker } from './PathPicker'
import { ValueInput } from './ValueInput'

interface PathInputProps {
  id: string
  label: string
  pickerLabel: string
  value: string
  onChange: (value: string) => void
  describedBy?: string
}

const TEXT_SHAPE = { type: 'string' } as const

/** A path, typed or picked from the current event. */
export function PathInput({ id, label, pickerLabel, value, onChange, describedBy }: PathInputProps) {
  return (
    <div className="path-input">
      <ValueInput
        id={id}
        shape={TEXT_SHAPE}
        value={value}
        onChange={onChange}
        label={label}
        describedBy={describedBy}
        placeholder="$.properties.name"
      />
      <PathPicker label={pickerLabel} onPick={onChange} />
    </div>
  )
}
