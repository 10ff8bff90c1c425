import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTesterState } from '../state/state-store'
import { timeline } from '../timeline/timeline'
import { Panel } from '../ui/Panel'
import { TabView } from '../ui/Tabs'
import { Preview } from './Preview'
import { SentEntry } from './SentEntry'

const PREVIEW = 0
const SENT = 1

/** Shows what is being worked at: what would come of it while one types, what came of it once it is sent. */
export function ResultPanel() {
  const { selected } = useSyncExternalStore(timeline.subscribe, timeline.view)
  const { event, mappings } = useTesterState()
  const [tab, setTab] = useState(SENT)
  const [worked, setWorked] = useState({ event, mappings })

  if (worked.event !== event || worked.mappings !== mappings) {
    setWorked({ event, mappings })
    setTab(PREVIEW)
  }
  useEffect(() => setTab(SENT), [selected?.id])

  const tabs = [
    { name: 'As written', content: <Preview /> },
    { name: 'As sent', content: <SentEntry entry={selected} /> }
  ]
  return (
    <Panel title="Result" className="result-panel">
      <TabView label="Result" tabs={tabs} selected={tab} onSelect={setTab} />
    </Panel>
  )
}
