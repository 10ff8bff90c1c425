import { useId, useState } from 'react'
import type { InputField, JSONLike } from '@segment/actions-core'
import { FieldLabel } from '../fields/FieldLabel'
import { ValueInput } from '../fields/ValueInput'
import { JsonEditor } from '../editor/JsonEditor'
import { jsonProblem } from '../editor/json-problem'
import { inputText, modeOf, modesFor, valueOf, type InputMode } from './field-input'

interface FieldEditorProps {
  field: InputField
  value: JSONLike | undefined
  onChange: (value: JSONLike | undefined) => void
}

const TEXT_SHAPE = { type: 'string' } as const

/** One field of a mapping, filled in one of the ways that Segment's app offers. */
export function FieldEditor({ field, value, onChange }: FieldEditorProps) {
  const id = useId()
  const [mode, setMode] = useState(() => modeOf(value))
  const [text, setText] = useState(() => inputText(value, mode))
  const problem = mode === 'json' ? jsonProblem(text)?.message : undefined
  const required = field.required === true

  function type(next: string): void {
    setText(next)
    if (mode !== 'json' || !jsonProblem(next)) onChange(valueOf(next, mode, field))
  }

  function choose(next: InputMode): void {
    // A boolean and a choice have no empty text.
    const start = next === 'text' && field.type === 'boolean' ? String(value === true) : inputText(value, next)
    setMode(next)
    setText(start)
    onChange(valueOf(start, next, field))
  }

  return (
    <div className="field mapping-field">
      <div className="field-head">
        <FieldLabel htmlFor={`${id}-mode`} label={field.label} required={required} />
        <select
          id={`${id}-mode`}
          className="mode-select"
          value={mode}
          aria-describedby={`${id}-description`}
          onChange={({ target }) => choose(target.value as InputMode)}
        >
          {modesFor(field).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {mode === 'none' ? null : mode === 'json' ? (
        <JsonEditor label={`${field.label} as JSON`} value={text} onChange={type} />
      ) : (
        <ValueInput
          id={id}
          shape={mode === 'text' ? field : TEXT_SHAPE}
          value={text}
          onChange={type}
          label={`${field.label}: ${mode === 'path' ? 'path' : mode === 'template' ? 'template' : 'value'}`}
          describedBy={`${id}-description`}
          placeholder={mode === 'path' ? '$.properties.name' : mode === 'template' ? '{{userId}}' : undefined}
        />
      )}
      {problem === undefined ? null : <p className="field-error">{problem}. The last valid JSON counts.</p>}
      {required && mode === 'none' ? <p className="field-error">This field is required.</p> : null}
      <p id={`${id}-description`} className="hint">
        {field.description}
      </p>
    </div>
  )
}
