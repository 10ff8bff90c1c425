import { useId } from 'react'
import { BEACON_KINDS, type BeaconKind } from '../../sandbox/beacon-kinds'
import { changeState, loadAgain, useTesterState } from '../state/state-store'

/** A beacon is loaded once on a page, so that another needs the page anew. */
export function BeaconKnob() {
  const id = useId()
  const { beacon } = useTesterState()
  return (
    <div className="field">
      <label htmlFor={id}>The beacon</label>
      <select
        id={id}
        value={beacon}
        onChange={({ target }) => {
          changeState({ beacon: target.value as BeaconKind })
          loadAgain()
        }}
      >
        {BEACON_KINDS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
