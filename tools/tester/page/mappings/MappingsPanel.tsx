import { Panel } from '../ui/Panel'
import { Tabs } from '../ui/Tabs'
import { MappingActions } from './MappingActions'
import { MappingList } from './MappingList'
import { ReloadNotice } from './ReloadNotice'
import { SettingsForm } from './SettingsForm'

const tabs = [
  { name: 'Mappings', content: <MappingList /> },
  { name: 'Settings', content: <SettingsForm /> }
]

export function MappingsPanel() {
  return (
    <Panel title="Settings and mappings" className="mappings-panel">
      <Tabs label="Settings and mappings" tabs={tabs} />
      <MappingActions />
      <ReloadNotice />
    </Panel>
  )
}
