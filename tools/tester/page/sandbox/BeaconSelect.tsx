import { useId } from 'react'
import { BEACON_BEHAVIORS, type BeaconBehavior } from '../../sandbox/beacon-behaviors'
import { reloadPage, updateState, useTesterState } from '../state/tester-store'

/** Reloads the page, because a page loads the beacon only once. */
export function BeaconSelect() {
  const id = useId()
  const { beacon } = useTesterState()
  return (
    <div className="field">
      <label htmlFor={id}>Beacon behavior</label>
      <select
        id={id}
        value={beacon}
        onChange={({ target }) => {
          updateState({ beacon: target.value as BeaconBehavior })
          reloadPage()
        }}
      >
        {BEACON_BEHAVIORS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
