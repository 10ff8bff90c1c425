import { Panel } from '../ui/Panel'
import { BeaconSelect } from './BeaconSelect'
import { CallbackLog } from './CallbackLog'
import { EligibilityFields } from './EligibilityFields'
import { TestingFlags } from './TestingFlags'

export function SurveyPanel({ isLive }: { isLive: boolean }) {
  return (
    <Panel title="Survey" hint="Callbacks" className="survey-panel">
      <CallbackLog />
      <div className="sandbox-options">
        {isLive ? null : (
          <>
            <EligibilityFields />
            <BeaconSelect />
          </>
        )}
        <TestingFlags />
      </div>
    </Panel>
  )
}
