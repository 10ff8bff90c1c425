import type { Snapshot } from '../observation/snapshot'
import { compareSnapshots, type SnapshotNode } from '../observation/snapshot-changes'

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

function changedNodes(nodes: readonly SnapshotNode[]): SnapshotNode[] {
  return nodes.flatMap((node) => {
    const children = changedNodes(node.children)
    return node.change === 'same' && children.length === 0 ? [] : [{ ...node, children }]
  })
}

interface SettingsDiffProps {
  before: Snapshot
  after: Snapshot
}

/** `wootricSettings` after something, with what it was before where that differs. */
export function SettingsDiff({ before, after }: SettingsDiffProps) {
  const nodes = compareSnapshots(before, after)
  const changed = changedNodes(nodes)
  return (
    <>
      {changed.length === 0 ? <p className="empty">Nothing changed.</p> : <SettingsNodes nodes={changed} />}
      <details>
        <summary>All of it</summary>
        <SettingsNodes nodes={nodes} />
      </details>
    </>
  )
}
