import { beaconCalls } from '../observation/beacon-calls'
import { LogList } from '../ui/LogList'
import { Panel } from '../ui/Panel'

export function BeaconPanel() {
  return (
    <Panel title="Beacon calls" hint="Newest first" className="beacon-panel">
      <LogList label="Calls that the beacon got" log={beaconCalls} empty="The beacon has not been called yet.">
        {({ command, subject }) => (
          <>
            <code className={`command ${command}`}>{`wootric('${command}')`}</code>
            <span className="subject">{subject}</span>
          </>
        )}
      </LogList>
    </Panel>
  )
}
