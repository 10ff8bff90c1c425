import { useSyncExternalStore } from 'react'
import { Calls } from '../calls/Calls'
import { getUserName, subscribeToUser } from '../segment/user'
import { Shop } from '../shop/Shop'
import { useSessionState } from '../state/session-storage'
import { updateState, useTesterState } from '../state/tester-store'
import { Panel } from '../ui/Panel'
import { ControlledTabs } from '../ui/Tabs'
import { EventEditor } from './EventEditor'
import { PageActions } from './PageActions'
import { SequenceEditor } from './SequenceEditor'

const SEQUENCE = 1

export function EventPanel() {
  const { sequence } = useTesterState()
  const userName = useSyncExternalStore(subscribeToUser, getUserName)
  const [tab, setTab] = useSessionState('tab.Event', 0)

  function openSequence(text: string): void {
    updateState({ sequence: text }, sequence === '' ? undefined : 'replace the sequence')
    setTab(SEQUENCE)
  }

  const tabs = [
    { name: 'JSON', content: <EventEditor onSequence={openSequence} /> },
    { name: 'Sequence', content: <SequenceEditor /> },
    { name: 'Form', content: <Calls /> },
    { name: 'Shop', content: <Shop /> }
  ]
  return (
    <Panel title="Event" hint={userName} className="event-panel" action={<PageActions />}>
      <ControlledTabs label="Event" tabs={tabs} selected={tab < tabs.length ? tab : 0} onSelect={setTab} />
    </Panel>
  )
}
