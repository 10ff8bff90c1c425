import { Panel } from '../ui/Panel'
import { BeaconSelect } from './BeaconSelect'
import { CallbackLog } from './CallbackLog'
import { EligibilityFields } from './EligibilityFields'
import { PlacementCheckbox, SurveyDock } from './SurveyDock'
import { TestingFlags } from './TestingFlags'

export function SurveyPanel({ isLive }: { isLive: boolean }) {
  return (
    <Panel title="Survey" hint="Callbacks" className="survey-panel">
      {isLive ? null : <SurveyDock />}
      <CallbackLog />
      <div className="sandbox-options">
        {isLive ? null : (
          <>
            <EligibilityFields />
            <BeaconSelect />
            <PlacementCheckbox />
          </>
        )}
        <TestingFlags />
      </div>
    </Panel>
  )
}
