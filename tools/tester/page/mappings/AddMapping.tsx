import { useState } from 'react'
import { destination } from '../../../../src/destinations/inmoment'

const actions = Object.entries(destination.actions)

export function AddMapping({ onAdd }: { onAdd: (partnerAction: string) => void }) {
  const [partnerAction, setPartnerAction] = useState(actions[0]?.[0] ?? '')
  return (
    <div className="add-mapping">
      <select
        aria-label="Action of the new mapping"
        value={partnerAction}
        onChange={({ target }) => setPartnerAction(target.value)}
      >
        {actions.map(([key, { title }]) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
      <button type="button" className="secondary small" onClick={() => onAdd(partnerAction)}>
        Add mapping
      </button>
    </div>
  )
}
