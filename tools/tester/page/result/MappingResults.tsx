import { JsonBlock } from '../json/JsonBlock'
import type { MappingResult } from '../mappings/evaluate-mapping'

const STATUS_LABELS: Record<MappingResult['status'], string> = {
  matched: 'matched',
  unmatched: 'not matched',
  disabled: 'disabled',
  error: 'error'
}

export function MappingResults({ results }: { results: readonly MappingResult[] }) {
  if (results.length === 0) return <p className="empty">No mappings.</p>
  return (
    <ul className="mapping-results">
      {results.map(({ name, action, status, reason, payload }, index) => (
        <li key={index} className={`mapping-result ${status}`} data-mapping={name} data-status={status}>
          <p>
            <strong>{name}</strong> <span className="badge">{STATUS_LABELS[status]}</span>
            {action === name ? null : <span className="hint"> {action}</span>}
          </p>
          {reason === undefined ? null : <p className="reason">{reason}</p>}
          {payload === undefined ? null : <JsonBlock value={payload} />}
        </li>
      ))}
    </ul>
  )
}
