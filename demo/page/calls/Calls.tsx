import { useSyncExternalStore } from 'react'
import { sendCall } from '../segment/send-call'
import { currentVisitor, subscribeToVisitor } from '../segment/visitor'
import { Panel } from '../ui/Panel'
import { Tabs } from '../ui/Tabs'
import { GroupForm } from './GroupForm'
import { IdentifyForm } from './IdentifyForm'
import { PageForm } from './PageForm'
import { TrackForm } from './TrackForm'

const tabs = [
  { name: 'Identify', content: <IdentifyForm /> },
  { name: 'Track', content: <TrackForm /> },
  { name: 'Page', content: <PageForm /> },
  { name: 'Group', content: <GroupForm /> }
]

function ResetButton() {
  return (
    <button type="button" className="secondary small" onClick={() => sendCall({ type: 'reset' })}>
      Reset
    </button>
  )
}

export function Calls() {
  const visitor = useSyncExternalStore(subscribeToVisitor, currentVisitor)
  return (
    <Panel title="Segment calls" hint={visitor} className="calls" action={<ResetButton />}>
      <Tabs label="Segment calls" tabs={tabs} />
    </Panel>
  )
}
