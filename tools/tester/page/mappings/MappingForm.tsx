import type { JSONLike, JSONLikeObject } from '@segment/actions-core'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../../src/destinations/inmoment'
import { useCurrentEvent } from '../fields/current-event'
import type { FieldDraft } from '../fields/field-draft'
import { TextField } from '../fields/TextField'
import { FieldEditor } from './FieldEditor'
import { isMatched } from './is-matched'
import { TriggerField } from './TriggerField'

interface MappingFormProps {
  subscription: Subscription
  onChange: (subscription: Subscription) => void
  onRemove: () => void
  /** The drafts of fields, by key. They stay when the form closes. */
  drafts: Map<string, FieldDraft>
}

/** Keeps the order of the keys, so that exported mappings are easy to compare. */
function setField(mapping: JSONLikeObject, key: string, value: JSONLike | undefined): JSONLikeObject {
  const { [key]: _previous, ...others } = mapping
  return value === undefined ? others : { ...mapping, [key]: value }
}

export function MappingForm({ subscription, onChange, onRemove, drafts }: MappingFormProps) {
  const event = useCurrentEvent()
  const { name, partnerAction, subscribe, mapping } = subscription
  const action = destination.actions[partnerAction]

  return (
    <div className="form mapping-form">
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
          savedDraft={drafts.get(key)}
          onDraftChange={(draft) => drafts.set(key, draft)}
          isMatched={event !== undefined && isMatched(subscribe, event)}
          onChange={(value) => onChange({ ...subscription, mapping: setField(mapping, key, value) })}
        />
      ))}
      <button type="button" className="secondary small" onClick={onRemove}>
        Remove mapping
      </button>
    </div>
  )
}
