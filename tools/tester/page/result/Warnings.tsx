import type { Warning } from '../timeline/timeline-entry'

export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null
  return (
    <>
      <h3>Warnings</h3>
      <ul aria-label="Warnings">
        {warnings.map(({ level, text }, index) => (
          <li key={index} className={`warning ${level}`}>
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}
