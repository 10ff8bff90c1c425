import type { BeaconCall } from '../timeline/timeline-entry'

export function BeaconCalls({ calls }: { calls: readonly BeaconCall[] }) {
  if (calls.length === 0) return <p className="empty">No calls.</p>
  return (
    <ol aria-label="Beacon calls">
      {calls.map(({ command, subject }, index) => (
        <li key={index}>
          <code className={`command ${command}`}>{`wootric('${command}')`}</code>{' '}
          <span className="hint">{subject}</span>
        </li>
      ))}
    </ol>
  )
}
