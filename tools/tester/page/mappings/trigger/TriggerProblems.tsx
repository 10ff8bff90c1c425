import { positionOf, type Problem } from '../../../../cli/mapping-checks/problem'

interface TriggerProblemsProps {
  id: string
  fql: string
  problems: readonly Problem[]
  /** What Segment reads, if it differs from the FQL. */
  meaning: string | undefined
  /** Selects a part of the FQL. */
  onSelect: (start: number, end: number) => void
}

const CLASSES: Record<Problem['severity'], string> = { error: 'field-error', warning: 'field-warning', note: 'hint' }

export function TriggerProblems({ id, fql, problems, meaning, onSelect }: TriggerProblemsProps) {
  return (
    <div id={id} className="trigger-problems" aria-live="polite">
      {problems.map(({ severity, message, start, end }, index) => (
        <p key={index} className={CLASSES[severity]}>
          {end - start === fql.length ? null : (
            <>
              <button type="button" className="link-button" onClick={() => onSelect(start, end)}>
                {describePosition(fql, start)}
              </button>
              {': '}
            </>
          )}
          {message}
        </p>
      ))}
      {meaning === undefined ? null : (
        <p className="field-warning">
          Segment reads: <code>{meaning}</code>
        </p>
      )}
    </div>
  )
}

function describePosition(fql: string, offset: number): string {
  const { line, column } = positionOf(fql, offset)
  return fql.includes('\n') ? `Line ${line}, column ${column}` : `Column ${column}`
}
