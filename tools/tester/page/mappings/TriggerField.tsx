import { useId } from 'react'
import { readTrigger } from '../../../cli/mapping-checks/read-trigger'

/** The FQL that decides which events a mapping takes. */
export function TriggerField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId()
  const { problem } = readTrigger(value)
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
      <p id={`${id}-error`} className="field-error" aria-live="polite">
        {problem}
      </p>
    </div>
  )
}
