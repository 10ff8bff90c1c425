import type { Snapshot } from '../timeline/snapshot'
import { compareSnapshots, getChangedNodes, type SnapshotNode } from './compare-snapshots'

interface SettingsDiffProps {
  before: Snapshot
  after: Snapshot
}

/** The changes between two snapshots of `wootricSettings`. */
export function SettingsDiff({ before, after }: SettingsDiffProps) {
  const nodes = compareSnapshots(before, after)
  const changedNodes = getChangedNodes(nodes)
  return (
    <>
      {changedNodes.length === 0 ? <p className="empty">No changes.</p> : <SettingsNodes nodes={changedNodes} />}
      <details>
        <summary>All values</summary>
        <SettingsNodes nodes={nodes} />
      </details>
    </>
  )
}

function SettingsNodes({ nodes }: { nodes: readonly SnapshotNode[] }) {
  return (
    <ul className="settings">
      {nodes.map((node) => (
        <SettingsItem key={node.key} node={node} />
      ))}
    </ul>
  )
}

function SettingsItem({ node: { key, change, text, before, children } }: { node: SnapshotNode }) {
  return (
    <li>
      <div className={`setting ${change}`} data-setting={key} data-change={change}>
        <div>
          <span className="setting-key">{key}: </span>
          {text === undefined ? null : <span className="setting-value">{text}</span>}
          {before === undefined ? null : (
            <span className="setting-before">
              {' '}
              was <s>{before}</s>
            </span>
          )}
        </div>
        {change === 'same' ? null : <span className="badge">{change}</span>}
      </div>
      {children.length > 0 ? <SettingsNodes nodes={children} /> : null}
    </li>
  )
}
