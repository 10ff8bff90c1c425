import { useState } from 'react'
import { surveyAnswers } from '../observation/survey-answers'
import { LogList } from '../ui/LogList'
import { Panel } from '../ui/Panel'

const SWITCHES = [
  { name: 'wootric_survey_immediately', label: 'Say yes to every request' },
  { name: 'wootric_no_surveyed_cookie', label: 'Ask the same visitor again' }
] as const

function TestSwitch({ name, label }: (typeof SWITCHES)[number]) {
  const [on, setOn] = useState(window[name] === true)
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => {
          window[name] = target.checked
          setOn(target.checked)
        }}
      />
      <span>
        {label} <code>{name}</code>
      </span>
    </label>
  )
}

export function SurveyPanel() {
  return (
    <Panel title="Survey" hint="What its callbacks told" className="survey-panel">
      <LogList label="What the survey's callbacks told" log={surveyAnswers} empty="Identify a visitor to be asked.">
        {({ callback, parameters }) => <code>{`${callback}(${parameters})`}</code>}
      </LogList>
      <fieldset className="switches">
        <legend className="visually-hidden">For testing</legend>
        {SWITCHES.map((testSwitch) => (
          <TestSwitch key={testSwitch.name} {...testSwitch} />
        ))}
      </fieldset>
    </Panel>
  )
}
