import { useRef } from 'react'
import { ConditionRow } from './ConditionRow'
import { isGroup, type ConditionDraft, type GroupDraft, type TriggerItem } from './conditions'

interface ConditionGroupProps {
  label: string
  group: GroupDraft
  onChange: (group: GroupDraft) => void
  onRemove?: () => void
  /** Segment's parser does not read groups in groups. */
  isTopLevel?: boolean
}

const NEW_CONDITION: ConditionDraft = { subject: 'event', name: '', operator: '=', value: '' }

export function ConditionGroup({ label, group, onChange, onRemove, isTopLevel = false }: ConditionGroupProps) {
  const { operator, items } = group
  const addButton = useRef<HTMLButtonElement>(null)

  function setItems(next: readonly TriggerItem[]): void {
    onChange({ ...group, items: next })
  }

  function changeItem(index: number, next: TriggerItem): void {
    setItems(items.map((item, position) => (position === index ? next : item)))
  }

  function removeItem(index: number): void {
    setItems(items.filter((_item, position) => position !== index))
    // The focused button is removed.
    addButton.current?.focus()
  }

  return (
    <div className="condition-group" role="group" aria-label={label}>
      <div className="condition-group-header">
        <select
          aria-label={`${label}: match`}
          value={operator}
          onChange={({ target }) => onChange({ ...group, operator: target.value === 'or' ? 'or' : 'and' })}
        >
          <option value="and">All of</option>
          <option value="or">Any of</option>
        </select>
        {onRemove ? (
          <button type="button" className="icon-button" aria-label={`Remove ${label.toLowerCase()}`} onClick={onRemove}>
            ×
          </button>
        ) : null}
      </div>
      <ul>
        {items.map((item, index) => {
          const number = isTopLevel ? `${index + 1}` : `${label.replace(/^\D+/, '')}.${index + 1}`
          return (
            <li key={index}>
              {isGroup(item) ? (
                <ConditionGroup
                  label={`Group ${number}`}
                  group={item}
                  onChange={(next) => changeItem(index, next)}
                  onRemove={() => removeItem(index)}
                />
              ) : (
                <ConditionRow
                  label={`Condition ${number}`}
                  condition={item}
                  onChange={(next) => changeItem(index, next)}
                  onRemove={() => removeItem(index)}
                />
              )}
            </li>
          )
        })}
      </ul>
      <div className="condition-group-actions">
        <button
          ref={addButton}
          type="button"
          className="secondary small"
          onClick={() => setItems([...items, NEW_CONDITION])}
        >
          {isTopLevel ? 'Add condition' : 'Add condition to group'}
        </button>
        {isTopLevel ? (
          <button
            type="button"
            className="secondary small"
            onClick={() =>
              setItems([...items, { operator: operator === 'and' ? 'or' : 'and', items: [NEW_CONDITION] }])
            }
          >
            Add group
          </button>
        ) : null}
      </div>
    </div>
  )
}
