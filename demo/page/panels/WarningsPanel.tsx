import { warnings } from '../observation/warnings'
import { LogList } from '../ui/LogList'
import { Panel } from '../ui/Panel'

export function WarningsPanel() {
  return (
    <Panel title="Warnings" hint="From Segment’s event log" className="warnings-panel">
      <LogList label="Warnings of the destination" log={warnings} empty="No warnings.">
        {({ level, text }) => <p className={`warning ${level}`}>{text}</p>}
      </LogList>
    </Panel>
  )
}
