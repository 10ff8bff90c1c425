import { useId, useState } from 'react'
import type { SandboxEligibility } from '../../sandbox/sandbox-options'
import { changeState, useTesterState } from '../state/state-store'

const REGISTERED = 'registered'

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

/** Takes effect at the next request. */
function setEligibility(eligibility: SandboxEligibility): void {
  window.sandboxBeacon = { ...window.sandboxBeacon, eligibility }
  changeState({ eligibility })
}

export function EligibilityKnob() {
  const id = useId()
  const { eligibility } = useTesterState()
  const [text, setText] = useState(Array.isArray(eligibility) ? eligibility.join(', ') : 'Order Completed')

  return (
    <>
      <div className="field">
        <label htmlFor={id}>InMoment says</label>
        <select
          id={id}
          value={Array.isArray(eligibility) ? REGISTERED : eligibility}
          onChange={({ target }) =>
            setEligibility(target.value === 'yes' || target.value === 'no' ? target.value : namesIn(text))
          }
        >
          <option value="yes">Yes to everybody</option>
          <option value="no">No to everybody</option>
          <option value={REGISTERED}>No to events not registered</option>
        </select>
      </div>
      {Array.isArray(eligibility) ? (
        <div className="field">
          <label htmlFor={`${id}-names`}>Registered events</label>
          <input
            id={`${id}-names`}
            type="text"
            value={text}
            autoComplete="off"
            onChange={({ target }) => {
              setText(target.value)
              setEligibility(namesIn(target.value))
            }}
          />
        </div>
      ) : null}
    </>
  )
}
