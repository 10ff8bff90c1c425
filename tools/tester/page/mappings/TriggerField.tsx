import { useId } from 'react'
import { parseTrigger } from '../../../cli/mapping-checks/parse-trigger'
import { FieldError } from '../fields/FieldError'

interface TriggerFieldProps {
  value: string
  onChange: (value: string) => void
}

/** The condition for events, in Segment's query language FQL. */
export function TriggerField({ value, onChange }: TriggerFieldProps) {
  const id = useId()
  const { problem } = parseTrigger(value)
  return (
    <div className="field">
      <label htmlFor={id}>Trigger (FQL)</label>
      <input
        id={id}
        className="code"
        type="text"
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldError id={`${id}-error`} text={problem} />
    </div>
  )
}
