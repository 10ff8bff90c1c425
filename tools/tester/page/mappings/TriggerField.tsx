import { useId, useRef } from 'react'
import { checkTrigger } from '../../../cli/mapping-checks/trigger-problems'
import { DocsLink } from '../ui/DocsLink'
import { TriggerBuilder } from './trigger/TriggerBuilder'
import { TriggerProblems } from './trigger/TriggerProblems'

interface TriggerFieldProps {
  value: string
  onChange: (value: string) => void
}

const FQL_DOCS = 'https://segment.com/docs/api/public-api/fql/'

/** The condition for events, as in Segment's app and in its query language FQL. */
export function TriggerField({ value, onChange }: TriggerFieldProps) {
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const { problems, meaning } = checkTrigger(value)
  const isInvalid = problems.some(({ severity }) => severity === 'error')

  function select(start: number, end: number): void {
    input.current?.focus()
    input.current?.setSelectionRange(start, end)
  }

  return (
    <div className="field trigger-field">
      <div className="field-header">
        <label htmlFor={id}>Trigger (FQL)</label>
        <DocsLink href={FQL_DOCS} topic="FQL" />
      </div>
      <textarea
        ref={input}
        id={id}
        className="code"
        rows={1}
        value={value}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isInvalid}
        aria-describedby={`${id}-problems`}
        onChange={({ target }) => onChange(target.value)}
      />
      <TriggerProblems id={`${id}-problems`} fql={value} problems={problems} meaning={meaning} onSelect={select} />
      <TriggerBuilder fql={value} onChange={onChange} />
    </div>
  )
}
