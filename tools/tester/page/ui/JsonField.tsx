import { useId } from 'react'
import { parseJsonObject } from './json-object'

interface JsonFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  rows?: number
}

export function JsonField({ label, value, onChange, rows = 4 }: JsonFieldProps) {
  const id = useId()
  const errorId = `${id}-error`
  const { error } = parseJsonObject(value)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="code"
        value={value}
        rows={rows}
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={errorId}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={errorId} className="field-error" aria-live="polite">
        {error}
      </p>
    </div>
  )
}
