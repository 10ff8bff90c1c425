import { useEffect, useRef, useSyncExternalStore } from 'react'
import { settingsWatch } from '../observation/settings-watch'
import { compareSnapshots, type SnapshotNode } from '../observation/snapshot-changes'
import { Panel } from '../ui/Panel'

/** How much of what stayed the same is seen above the first change, in pixels. */
const CONTEXT_ABOVE = 60

function SettingsNode({ node }: { node: SnapshotNode }) {
  return (
    <li>
      <div className={`setting ${node.change}`} data-setting={node.key} data-change={node.change}>
        <div>
          <span className="setting-key">{node.key}: </span>
          {node.text === undefined ? null : <span className="setting-value">{node.text}</span>}
          {node.before === undefined ? null : (
            <span className="setting-before">
              {' '}
              was <s>{node.before}</s>
            </span>
          )}
        </div>
        {node.change === 'same' ? null : <span className="badge">{node.change}</span>}
      </div>
      {node.children.length > 0 ? <SettingsNodes nodes={node.children} /> : null}
    </li>
  )
}

function SettingsNodes({ nodes }: { nodes: readonly SnapshotNode[] }) {
  return (
    <ul className="settings">
      {nodes.map((node) => (
        <SettingsNode key={node.key} node={node} />
      ))}
    </ul>
  )
}

export function SettingsPanel() {
  const { before, now } = useSyncExternalStore(settingsWatch.subscribe, settingsWatch.view)
  const nodes = compareSnapshots(before, now)
  const list = useRef<HTMLDivElement>(null)

  // Only the list scrolls: the page stays where the visitor has it.
  useEffect(() => {
    const first = list.current?.querySelector<HTMLElement>('[data-change]:not([data-change="same"])')
    if (list.current && first) list.current.scrollTop = first.offsetTop - list.current.offsetTop - CONTEXT_ABOVE
  }, [now])

  return (
    <Panel title={<code>wootricSettings</code>} hint="Marked: what the last call changed" className="settings-panel">
      <div ref={list} className="scroll" role="region" aria-label="Current wootricSettings" tabIndex={0}>
        <SettingsNodes nodes={nodes} />
      </div>
    </Panel>
  )
}
