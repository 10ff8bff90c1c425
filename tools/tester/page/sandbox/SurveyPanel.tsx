import { surveyAnswers } from '../observation/survey-answers'
import { LogList } from '../ui/LogList'
import { Panel } from '../ui/Panel'
import { BeaconKnob } from './BeaconKnob'
import { EligibilityKnob } from './EligibilityKnob'
import { PageFlagSwitches } from './PageFlagSwitches'

export function SurveyPanel({ live }: { live: boolean }) {
  return (
    <Panel title="Survey" hint="What its callbacks told" className="survey-panel">
      <LogList label="What the survey's callbacks told" log={surveyAnswers} empty="Identify a visitor to be asked.">
        {({ callback, parameters }) => <code>{`${callback}(${parameters})`}</code>}
      </LogList>
      <div className="knobs">
        {live ? null : (
          <>
            <EligibilityKnob />
            <BeaconKnob />
          </>
        )}
        <PageFlagSwitches />
      </div>
    </Panel>
  )
}
