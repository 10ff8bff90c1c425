import { useId, useState } from 'react'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import type { FieldDraft } from '../fields/field-draft'
import { MappingForm } from './MappingForm'
import type { OtherRequest } from './other-requests'

interface MappingCardProps {
  subscription: Subscription
  isOpen: boolean
  onToggle: () => void
  onChange: (subscription: Subscription) => void
  onRemove: () => void
  /** Other mappings that request a survey for the same event. */
  otherRequests: readonly OtherRequest[]
}

/** A mapping: its name, its trigger and a switch. If it is open, also its form. */
export function MappingCard({ subscription, isOpen, onToggle, onChange, onRemove, otherRequests }: MappingCardProps) {
  const id = useId()
  const [drafts] = useState(() => new Map<string, FieldDraft>())
  const { name, enabled, subscribe } = subscription

  return (
    <li className={`mapping ${enabled ? '' : 'disabled'}`}>
      <div className="mapping-header">
        <h3>
          <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
            {name || 'Unnamed mapping'}
          </button>
        </h3>
        <code className="mapping-trigger">{subscribe}</code>
        <input
          type="checkbox"
          role="switch"
          checked={enabled}
          aria-label={`Enable ${name || 'unnamed mapping'}`}
          onChange={({ target }) => onChange({ ...subscription, enabled: target.checked })}
        />
      </div>
      {otherRequests.map(({ name: otherName, event }, index) => (
        <p key={index} className="field-warning other-request">
          {otherName} also requests a survey for the same event, such as {event}. Exclude the event in one of the
          triggers.
        </p>
      ))}
      <div id={id} hidden={!isOpen}>
        {isOpen ? (
          <MappingForm subscription={subscription} onChange={onChange} onRemove={onRemove} drafts={drafts} />
        ) : null}
      </div>
    </li>
  )
}
