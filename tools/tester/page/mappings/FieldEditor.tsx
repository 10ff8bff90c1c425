import { useId, useState } from 'react'
import type { InputField, JSONLike } from '@segment/actions-core'
import {
  changeDraftKind,
  changeDraftText,
  createDraft,
  getDraftText,
  syncDraft,
  type FieldDraft
} from '../fields/field-draft'
import { getInputKinds, type InputKind } from '../fields/field-input'
import { FieldLabel } from '../fields/FieldLabel'
import { FieldPreview } from '../fields/FieldPreview'
import { findJsonProblem } from '../json/json-problem'
import { KindInput } from './KindInput'

interface FieldEditorProps {
  field: InputField
  value: JSONLike | undefined
  onChange: (value: JSONLike | undefined) => void
  /** The draft of the last time that the mapping was open. */
  savedDraft: FieldDraft | undefined
  onDraftChange: (draft: FieldDraft) => void
  /** Whether the current event matches the trigger. */
  isMatched: boolean
}

/** One field of a mapping. */
export function FieldEditor({ field, value, onChange, savedDraft, onDraftChange, isMatched }: FieldEditorProps) {
  const id = useId()
  const [storedDraft, setDraft] = useState(() => savedDraft ?? createDraft(value, field))
  const draft = syncDraft(storedDraft, value, field)
  const { kind } = draft
  const text = getDraftText(draft)
  const problem = kind === 'json' ? findJsonProblem(text)?.message : undefined
  const isRequired = field.required === true

  function change(next: FieldDraft): void {
    setDraft(next)
    onDraftChange(next)
    onChange(next.value)
  }

  return (
    <div className="field" role="group" aria-label={field.label}>
      <div className="field-header">
        <FieldLabel htmlFor={`${id}-kind`} label={field.label} required={isRequired} />
        <select
          id={`${id}-kind`}
          className="input-kind"
          value={kind}
          aria-describedby={`${id}-description`}
          onChange={({ target }) => change(changeDraftKind(draft, target.value as InputKind, field))}
        >
          {getInputKinds(field).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
      <KindInput
        id={id}
        field={field}
        kind={kind}
        text={text}
        describedBy={`${id}-description`}
        onChange={(next) => change(changeDraftText(draft, next, field))}
      />
      {problem === undefined ? null : <p className="field-error">{problem}. The mapping keeps the last valid JSON.</p>}
      {isRequired && value === undefined ? <p className="field-error">This field is required.</p> : null}
      {value === undefined || kind === 'fixed' ? null : (
        <FieldPreview
          value={value}
          isMatched={isMatched}
          onReplacePath={(path, similar) => change(changeDraftText(draft, replacePath(text, path, similar), field))}
        />
      )}
      <p id={`${id}-description`} className="hint">
        {field.description}
      </p>
    </div>
  )
}

/** Replaces a path in an input's text. Templates contain it without `$.`. */
function replacePath(text: string, path: string, replacement: string): string {
  return text.includes(path) ? text.replaceAll(path, replacement) : text.replaceAll(path.slice(2), replacement.slice(2))
}
