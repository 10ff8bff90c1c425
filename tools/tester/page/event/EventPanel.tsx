import { useState, useSyncExternalStore } from 'react'
import { Calls } from '../calls/Calls'
import { getUserName, subscribeToUser } from '../segment/user'
import { Shop } from '../shop/Shop'
import { useSessionState, writeSession } from '../state/session-storage'
import { Panel } from '../ui/Panel'
import { ControlledTabs } from '../ui/Tabs'
import { EventEditor } from './EventEditor'
import { PageActions } from './PageActions'
import { SEQUENCE_KEY } from './sequence-key'
import { SequenceEditor } from './SequenceEditor'

const SEQUENCE = 1

export function EventPanel() {
  const userName = useSyncExternalStore(subscribeToUser, getUserName)
  const [tab, setTab] = useSessionState('tab.Event', 0)
  const [sequenceCount, setSequenceCount] = useState(0)

  function openSequence(text: string): void {
    writeSession(SEQUENCE_KEY, text)
    writeSession('sequence.sent', 0)
    // A new key makes the editor read the stored text.
    setSequenceCount(sequenceCount + 1)
    setTab(SEQUENCE)
  }

  const tabs = [
    { name: 'JSON', content: <EventEditor onSequence={openSequence} /> },
    { name: 'Sequence', content: <SequenceEditor key={sequenceCount} /> },
    { name: 'Form', content: <Calls /> },
    { name: 'Shop', content: <Shop /> }
  ]
  return (
    <Panel title="Event" hint={userName} className="event-panel" action={<PageActions />}>
      <ControlledTabs label="Event" tabs={tabs} selected={tab < tabs.length ? tab : 0} onSelect={setTab} />
    </Panel>
  )
}
