import { useSyncExternalStore } from 'react'
import { updateState, useTesterState } from '../state/tester-store'

/** In milliseconds. */
const POLL_INTERVAL = 250

const FLAGS = [
  { name: 'wootric_survey_immediately', label: 'Make every request eligible' },
  { name: 'wootric_no_surveyed_cookie', label: 'Survey the same user again' }
] as const

/** InMoment's flags for testing, which are globals of the page. */
export function TestingFlags() {
  return (
    <fieldset className="testing-flags">
      <legend className="visually-hidden">Testing flags</legend>
      {FLAGS.map((flag) => (
        <FlagCheckbox key={flag.name} {...flag} />
      ))}
    </fieldset>
  )
}

function FlagCheckbox({ name, label }: (typeof FLAGS)[number]) {
  const { testingFlags } = useTesterState()
  const isOn = useSyncExternalStore(pollFlags, () => window[name] === true)
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => {
          window[name] = target.checked
          updateState({ testingFlags: { ...testingFlags, [name]: target.checked } })
        }}
      />
      <span>
        {label} <code>{name}</code>
      </span>
    </label>
  )
}

/** The destination's test mode also sets the flags. Globals have no change event. */
function pollFlags(listener: () => void): () => void {
  const timer = window.setInterval(listener, POLL_INTERVAL)
  return () => window.clearInterval(timer)
}
