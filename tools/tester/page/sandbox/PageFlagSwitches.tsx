import { useSyncExternalStore } from 'react'
import { changeState, useTesterState } from '../state/state-store'

const POLL_INTERVAL = 250

const SWITCHES = [
  { name: 'wootric_survey_immediately', label: 'Say yes to every request' },
  { name: 'wootric_no_surveyed_cookie', label: 'Ask the same visitor again' }
] as const

/** The destination's test mode sets the flags too, and nothing tells. */
function subscribe(listener: () => void): () => void {
  const timer = window.setInterval(listener, POLL_INTERVAL)
  return () => window.clearInterval(timer)
}

function FlagSwitch({ name, label }: (typeof SWITCHES)[number]) {
  const { pageFlags } = useTesterState()
  const on = useSyncExternalStore(subscribe, () => window[name] === true)
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          window[name] = target.checked
          changeState({ pageFlags: { ...pageFlags, [name]: target.checked } })
        }}
      />
      <span>
        {label} <code>{name}</code>
      </span>
    </label>
  )
}

/** The page's own flags for testing, which InMoment documents. */
export function PageFlagSwitches() {
  return (
    <fieldset className="switches">
      <legend className="visually-hidden">The page's own flags for testing</legend>
      {SWITCHES.map((flag) => (
        <FlagSwitch key={flag.name} {...flag} />
      ))}
    </fieldset>
  )
}
