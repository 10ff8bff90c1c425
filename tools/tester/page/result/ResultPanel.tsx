import { useEffect, useState } from 'react'
import { useTesterState } from '../state/tester-store'
import { useTimeline } from '../timeline/timeline'
import { Panel } from '../ui/Panel'
import { ControlledTabs } from '../ui/Tabs'
import { EntryDetails } from './EntryDetails'
import { Preview } from './Preview'

const PREVIEW = 0
const SENT = 1

/** Switches to the preview when you edit the event or a mapping, and back when an entry is added or selected. */
export function ResultPanel() {
  const { selected } = useTimeline()
  const { event, mappings } = useTesterState()
  const [tab, setTab] = useState(SENT)
  const [previewed, setPreviewed] = useState({ event, mappings })

  if (previewed.event !== event || previewed.mappings !== mappings) {
    setPreviewed({ event, mappings })
    setTab(PREVIEW)
  }
  useEffect(() => setTab(SENT), [selected?.id])

  const tabs = [
    { name: 'Preview', content: <Preview /> },
    { name: 'Sent', content: <EntryDetails entry={selected} /> }
  ]
  return (
    <Panel title="Result" className="result-panel">
      <ControlledTabs label="Result" tabs={tabs} selected={tab} onSelect={setTab} />
    </Panel>
  )
}
