import { useState } from 'react'
import { changeState, loadAgain, useNeedsLoad, useTesterState } from '../state/state-store'
import { presetMappings, subscriptionsOf } from '../state/tester-state'
import { Panel } from '../ui/Panel'
import { Tabs } from '../ui/Tabs'
import { copyText } from '../ui/copy-text'
import { MappingList } from './MappingList'
import { SettingsForm } from './SettingsForm'

const tabs = [
  { name: 'Mappings', content: <MappingList /> },
  { name: 'Settings', content: <SettingsForm /> }
]

export function MappingsPanel() {
  const state = useTesterState()
  const needsLoad = useNeedsLoad()
  const [status, setStatus] = useState('')

  async function copy(text: string, what: string): Promise<void> {
    setStatus((await copyText(text)) ? `${what} copied` : `The browser does not let this page copy`)
  }

  return (
    <Panel title="Settings and mappings" className="mappings-panel">
      <Tabs label="Settings and mappings" tabs={tabs} />
      <div className="panel-actions">
        <button
          type="button"
          className="secondary small"
          onClick={() => void copy(JSON.stringify(subscriptionsOf(state), undefined, 2), 'Mappings')}
        >
          Copy mappings as JSON
        </button>
        <button
          type="button"
          className="secondary small"
          onClick={() => {
            changeState({ mappings: presetMappings() })
            setStatus('The mappings are the presets again')
          }}
        >
          Reset to presets
        </button>
        <p role="status" className="hint">
          {status}
        </p>
      </div>
      {needsLoad ? (
        <p className="needs-load">
          <span>Changed since the page loaded. Sending loads it again first.</span>{' '}
          <button type="button" className="secondary small" onClick={loadAgain}>
            Load now
          </button>
        </p>
      ) : null}
    </Panel>
  )
}
