import { getChoices } from './choices'
import type { FieldShape } from './field-input'

interface ValueInputProps {
  id: string
  shape: FieldShape
  value: string
  onChange: (value: string) => void
  label?: string
  describedBy?: string
  required?: boolean
  invalid?: boolean
  placeholder?: string
}

/** An input for a value: a menu if the field has choices, otherwise a text box. */
export function ValueInput(props: ValueInputProps) {
  const { id, shape, value, onChange, label, describedBy, required, invalid, placeholder } = props
  const choices = getChoices(shape)
  const shared = {
    id,
    value,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-required': required,
    'aria-invalid': invalid
  }
  if (!choices) {
    const inputMode = shape.type === 'number' || shape.type === 'integer' ? 'decimal' : 'text'
    return (
      <input
        {...shared}
        type={shape.type === 'password' ? 'password' : 'text'}
        inputMode={inputMode}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  }
  return (
    <select {...shared} onChange={({ target }) => onChange(target.value)}>
      {choices.some((choice) => choice.value === value) ? null : <option value={value}>{value || 'Choose…'}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
