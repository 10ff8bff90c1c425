import type { MappingResult } from '../mappings/evaluate'
import { JsonBlock } from './JsonBlock'

const STATUS_LABELS: Record<MappingResult['status'], string> = {
  matched: 'matches',
  unmatched: 'does not match',
  off: 'is off',
  broken: 'is broken'
}

export function MappingResults({ results }: { results: readonly MappingResult[] }) {
  if (results.length === 0) return <p className="empty">No mapping looks at it.</p>
  return (
    <ul className="mapping-results">
      {results.map(({ name, action, status, reason, payload }, index) => (
        <li key={index} className={`mapping-result ${status}`} data-mapping={name} data-status={status}>
          <p>
            <strong>{name}</strong> <span className="badge">{STATUS_LABELS[status]}</span>
            {action === name ? null : <span className="subject"> {action}</span>}
          </p>
          {reason === undefined ? null : <p className="reason">{reason}</p>}
          {payload === undefined ? null : <JsonBlock value={payload} />}
        </li>
      ))}
    </ul>
  )
}
