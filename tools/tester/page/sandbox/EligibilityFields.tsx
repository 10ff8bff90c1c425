import { useId, useState } from 'react'
import type { SandboxEligibility } from '../../sandbox/sandbox-options'
import { INMOMENT_DOCS } from '../ui/docs-urls'
import { DocsLink } from '../ui/DocsLink'
import { updateState, useTesterState } from '../state/tester-store'

const REGISTERED = 'registered'

/** Whether the sandbox beacon shows a survey. Changes apply to the next survey request. */
export function EligibilityFields() {
  const id = useId()
  const { eligibility } = useTesterState()
  const [text, setText] = useState(Array.isArray(eligibility) ? eligibility.join(', ') : 'Order Completed')

  return (
    <>
      <div className="field">
        <label htmlFor={id}>Eligibility</label>
        <select
          id={id}
          value={Array.isArray(eligibility) ? REGISTERED : eligibility}
          onChange={({ target }) =>
            setEligibility(target.value === 'yes' || target.value === 'no' ? target.value : parseNames(text))
          }
        >
          <option value="yes">All requests</option>
          <option value="no">No requests</option>
          <option value={REGISTERED}>Registered events only</option>
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
              setEligibility(parseNames(target.value))
            }}
          />
          <p className="hint">
            Part of Targeted Sampling. <DocsLink href={INMOMENT_DOCS} topic="Targeted Sampling" />
          </p>
        </div>
      ) : null}
    </>
  )
}

function setEligibility(eligibility: SandboxEligibility): void {
  window.sandboxBeacon = { ...window.sandboxBeacon, eligibility }
  updateState({ eligibility })
}

function parseNames(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}
