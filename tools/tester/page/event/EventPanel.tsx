import { useSyncExternalStore } from 'react'
import { Calls } from '../calls/Calls'
import { getUserName, subscribeToUser } from '../segment/user'
import { Shop } from '../shop/Shop'
import { Panel } from '../ui/Panel'
import { Tabs } from '../ui/Tabs'
import { EventEditor } from './EventEditor'
import { PageActions } from './PageActions'

const tabs = [
  { name: 'JSON', content: <EventEditor /> },
  { name: 'Form', content: <Calls /> },
  { name: 'Shop', content: <Shop /> }
]

export function EventPanel() {
  const userName = useSyncExternalStore(subscribeToUser, getUserName)
  return (
    <Panel title="Event" hint={userName} className="event-panel" action={<PageActions />}>
      <Tabs label="Event" tabs={tabs} />
    </Panel>
  )
}
