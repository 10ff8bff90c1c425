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

export function Calls() {
  return <Tabs label="Segment calls" tabs={tabs} />
}
