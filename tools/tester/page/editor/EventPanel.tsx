import { useSyncExternalStore } from 'react'
import { Calls } from '../calls/Calls'
import { sendCall } from '../segment/send-call'
import { currentVisitor, subscribeToVisitor } from '../segment/visitor'
import { Shop } from '../shop/Shop'
import { loadAgain } from '../state/state-store'
import { Panel } from '../ui/Panel'
import { Tabs } from '../ui/Tabs'
import { EventEditor } from './EventEditor'

const tabs = [
  { name: 'JSON', content: <EventEditor /> },
  { name: 'Form', content: <Calls /> },
  { name: 'Shop', content: <Shop /> }
]

function VisitorActions() {
  return (
    <div className="visitor-actions">
      <button type="button" className="secondary small" onClick={() => sendCall({ type: 'reset' })}>
        Reset
      </button>
      <button
        type="button"
        className="secondary small"
        title="As a visitor who goes to another page: who it is stays"
        onClick={loadAgain}
      >
        Reload page
      </button>
    </div>
  )
}

export function EventPanel() {
  const visitor = useSyncExternalStore(subscribeToVisitor, currentVisitor)
  return (
    <Panel title="Event" hint={visitor} className="event-panel" action={<VisitorActions />}>
      <Tabs label="Event" tabs={tabs} />
    </Panel>
  )
}
