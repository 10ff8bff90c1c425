import { useState } from 'react'
import { destination } from '../../../../src/destinations/inmoment'
import { useSessionState } from '../state/session'
import { changeState, useTesterState } from '../state/state-store'
import { mappingEntry, type MappingEntry } from '../state/tester-state'
import { MappingCard } from './MappingCard'
import { newSubscription } from './new-subscription'

const actions = Object.entries(destination.actions)
const NONE = -1

function changed(mappings: readonly MappingEntry[], index: number, entry: MappingEntry): MappingEntry[] {
  return mappings.map((other, place) => (place === index ? entry : other))
}

export function MappingList() {
  const { mappings } = useTesterState()
  const [open, setOpen] = useSessionState('open-mapping', NONE)
  const [action, setAction] = useState(actions[0]?.[0] ?? '')

  function add(): void {
    changeState({ mappings: [...mappings, mappingEntry(newSubscription(action, mappings))] })
    setOpen(mappings.length)
  }

  return (
    <div className="scroll" role="region" aria-label="Mappings of the destination" tabIndex={0}>
      {mappings.length === 0 ? <p className="empty">There is no mapping, so that no event is taken.</p> : null}
      <ul className="mappings">
        {mappings.map((entry, index) => (
          <MappingCard
            key={entry.id}
            subscription={entry.subscription}
            open={index === open}
            onToggle={() => setOpen(index === open ? NONE : index)}
            onChange={(subscription) => changeState({ mappings: changed(mappings, index, { ...entry, subscription }) })}
            onRemove={() => {
              changeState({ mappings: mappings.filter((other) => other !== entry) })
              setOpen(NONE)
            }}
          />
        ))}
      </ul>
      <div className="add-mapping">
        <select aria-label="Action of a new mapping" value={action} onChange={({ target }) => setAction(target.value)}>
          {actions.map(([key, { title }]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
        <button type="button" className="secondary small" onClick={add}>
          Add mapping
        </button>
      </div>
    </div>
  )
}
