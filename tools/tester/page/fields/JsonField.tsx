import { useId } from 'react'
import { parseJsonObject } from '../json/parse-json-object'
import { FieldError } from './FieldError'

interface JsonFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  rows: number
}

/** A field for a JSON object. */
export function JsonField({ label, value, onChange, rows }: JsonFieldProps) {
  const id = useId()
  const { problem } = parseJsonObject(value)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="code"
        value={value}
        rows={rows}
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldError id={`${id}-error`} text={problem} />
    </div>
  )
}
