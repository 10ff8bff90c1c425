import { useId } from 'react'
import type { Operator } from '@segment/destination-subscriptions'
import { EVENT_TYPES } from '../../../../cli/mapping-checks/trigger-problems'
import { useCurrentEvent } from '../../fields/current-event'
import {
  changeSubject,
  findConditionProblem,
  getOperators,
  hasName,
  hasValue,
  SUBJECTS,
  type ConditionDraft,
  type Subject
} from './conditions'
import { getSuggestedNames, getSuggestedValues } from './suggestions'

interface ConditionRowProps {
  /** Such as "Condition 2". */
  label: string
  condition: ConditionDraft
  onChange: (condition: ConditionDraft) => void
  onRemove: () => void
}

/** One condition: what it tests, the operator and the value. */
export function ConditionRow({ label, condition, onChange, onRemove }: ConditionRowProps) {
  const id = useId()
  const event = useCurrentEvent() ?? {}
  const { subject, name, operator, value } = condition
  const problem = findConditionProblem(condition)

  return (
    <div className="condition" role="group" aria-label={label}>
      <div className="condition-inputs">
        <select
          aria-label={`${label}: tests`}
          value={subject}
          onChange={({ target }) => onChange(changeSubject(condition, target.value as Subject))}
        >
          {SUBJECTS.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        {hasName(subject) ? (
          <SuggestedInput
            id={`${id}-name`}
            label={`${label}: name`}
            value={name}
            suggestions={getSuggestedNames(subject, event)}
            onChange={(text) => onChange({ ...condition, name: text })}
          />
        ) : null}
        <select
          aria-label={`${label}: operator`}
          value={operator}
          onChange={({ target }) => onChange({ ...condition, operator: target.value as Operator })}
        >
          {getOperators(subject).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        {!hasValue(operator) ? null : subject === 'event-type' ? (
          <select
            aria-label={`${label}: value`}
            value={value}
            onChange={({ target }) => onChange({ ...condition, value: target.value })}
          >
            {[...new Set([...EVENT_TYPES, value])].map((type) => (
              <option key={type}>{type}</option>
            ))}
          </select>
        ) : (
          <SuggestedInput
            id={`${id}-value`}
            label={`${label}: value`}
            value={value}
            suggestions={getSuggestedValues(condition, event)}
            onChange={(text) => onChange({ ...condition, value: text })}
          />
        )}
      </div>
      <button type="button" className="icon-button" aria-label={`Remove ${label.toLowerCase()}`} onClick={onRemove}>
        ×
      </button>
      {problem === undefined ? null : (
        <p className="field-error">{problem} The trigger keeps its last valid conditions.</p>
      )}
    </div>
  )
}

interface SuggestedInputProps {
  id: string
  label: string
  value: string
  suggestions: readonly string[]
  onChange: (value: string) => void
}

function SuggestedInput({ id, label, value, suggestions, onChange }: SuggestedInputProps) {
  return (
    <>
      <input
        type="text"
        aria-label={label}
        value={value}
        list={id}
        autoComplete="off"
        spellCheck={false}
        placeholder={label.slice(label.indexOf(': ') + 2)}
        onChange={({ target }) => onChange(target.value)}
      />
      <datalist id={id}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  )
}
