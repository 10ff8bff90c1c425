import { useId, useState } from 'react'
import type { InputField, JSONLike } from '@segment/actions-core'
import { formatInput, getInputKind, getInputKinds, parseInput, type InputKind } from '../fields/field-input'
import { FieldLabel } from '../fields/FieldLabel'
import { ValueInput } from '../fields/ValueInput'
import { findJsonProblem } from '../json/json-problem'
import { JsonEditor } from '../json/JsonEditor'

interface FieldEditorProps {
  field: InputField
  value: JSONLike | undefined
  onChange: (value: JSONLike | undefined) => void
}

const TEXT_SHAPE = { type: 'string' } as const

const VALUE_INPUTS = {
  path: { name: 'path', placeholder: '$.properties.name' },
  template: { name: 'template', placeholder: '{{userId}}' },
  fixed: { name: 'value', placeholder: undefined }
}

/** One field of a mapping. */
export function FieldEditor({ field, value, onChange }: FieldEditorProps) {
  const id = useId()
  const [kind, setKind] = useState(() => getInputKind(value))
  const [text, setText] = useState(() => formatInput(value, kind))
  const problem = kind === 'json' ? findJsonProblem(text)?.message : undefined
  const isRequired = field.required === true

  function changeText(next: string): void {
    setText(next)
    if (kind !== 'json' || !findJsonProblem(next)) onChange(parseInput(next, kind, field))
  }

  function changeKind(next: InputKind): void {
    // The menu of a boolean has no empty choice.
    const start = next === 'fixed' && field.type === 'boolean' ? String(value === true) : formatInput(value, next)
    setKind(next)
    setText(start)
    onChange(parseInput(start, next, field))
  }

  return (
    <div className="field">
      <div className="field-header">
        <FieldLabel htmlFor={`${id}-kind`} label={field.label} required={isRequired} />
        <select
          id={`${id}-kind`}
          className="input-kind"
          value={kind}
          aria-describedby={`${id}-description`}
          onChange={({ target }) => changeKind(target.value as InputKind)}
        >
          {getInputKinds(field).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      {kind === 'none' ? null : kind === 'json' ? (
        <JsonEditor label={`${field.label} as JSON`} value={text} onChange={changeText} />
      ) : (
        <ValueInput
          id={id}
          shape={kind === 'fixed' ? field : TEXT_SHAPE}
          value={text}
          onChange={changeText}
          label={`${field.label}: ${VALUE_INPUTS[kind].name}`}
          describedBy={`${id}-description`}
          placeholder={VALUE_INPUTS[kind].placeholder}
        />
      )}
      {problem === undefined ? null : <p className="field-error">{problem}. The mapping keeps the last valid JSON.</p>}
      {isRequired && kind === 'none' ? <p className="field-error">This field is required.</p> : null}
      <p id={`${id}-description`} className="hint">
        {field.description}
      </p>
    </div>
  )
}
