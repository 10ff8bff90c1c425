import { useId } from 'react'
import type { JSONLike, JSONLikeObject } from '@segment/actions-core'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import { TextField } from '../ui/TextField'
import { FieldEditor } from './FieldEditor'
import { TriggerField } from './TriggerField'

interface MappingCardProps {
  subscription: Subscription
  open: boolean
  onToggle: () => void
  onChange: (subscription: Subscription) => void
  onRemove: () => void
}

function withField(mapping: JSONLikeObject, key: string, value: JSONLike | undefined): JSONLikeObject {
  const { [key]: _previous, ...others } = mapping
  // In the place where it was, which keeps the JSON readable for whoever compares it.
  return value === undefined ? others : { ...mapping, [key]: value }
}

/** A mapping: its switch and name at the head, its trigger and fields below while it is open. */
export function MappingCard({ subscription, open, onToggle, onChange, onRemove }: MappingCardProps) {
  const id = useId()
  const { name, enabled, partnerAction, subscribe, mapping } = subscription
  const action = destination.actions[partnerAction]

  return (
    <li className={`mapping ${enabled ? '' : 'off'}`}>
      <div className="mapping-head">
        <h3>
          <button type="button" aria-expanded={open} aria-controls={id} onClick={onToggle}>
            {name || 'Without a name'}
          </button>
        </h3>
        <code className="mapping-trigger">{subscribe}</code>
        <label className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={enabled}
            aria-label={`Mapping on: ${name}`}
            onChange={({ target }) => onChange({ ...subscription, enabled: target.checked })}
          />
        </label>
      </div>
      <div id={id} hidden={!open}>
        {open ? (
          <div className="form mapping-body">
            <p className="hint">
              <strong>{action?.title ?? partnerAction}.</strong> {action?.description}
            </p>
            <TextField label="Name" value={name} onChange={(text) => onChange({ ...subscription, name: text })} />
            <TriggerField value={subscribe} onChange={(text) => onChange({ ...subscription, subscribe: text })} />
            {Object.entries(action?.fields ?? {}).map(([key, field]) => (
              <FieldEditor
                key={key}
                field={field}
                value={mapping[key]}
                onChange={(value) => onChange({ ...subscription, mapping: withField(mapping, key, value) })}
              />
            ))}
            <button type="button" className="secondary small" onClick={onRemove}>
              Remove this mapping
            </button>
          </div>
        ) : null}
      </div>
    </li>
  )
}
