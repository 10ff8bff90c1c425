import type { PageConditions } from '../timeline/page-conditions'
import type { TimelineEntry } from '../timeline/timeline-entry'
import { checkSurveyReasons, type SurveyReason } from './survey-reasons'

const STATES: Record<SurveyReason['state'], string> = { ok: 'OK', problem: 'Problem', check: 'Check' }

interface SurveyReasonsProps {
  entry: TimelineEntry
  conditions: PageConditions
}

/** Why an event has shown no survey. */
export function SurveyReasons({ entry, conditions }: SurveyReasonsProps) {
  const reasons = checkSurveyReasons(entry, conditions)
  const problem = reasons.find(({ state }) => state === 'problem')
  return (
    <details className="survey-reasons">
      <summary>Why is there no survey?{problem ? ` ${problem.text}` : ''}</summary>
      <ol aria-label="Reasons for no survey">
        {reasons.map(({ title, state, text }) => (
          <li key={title} className={state}>
            <strong>{title}</strong> <span className="badge">{STATES[state]}</span>
            <p className="hint">{text}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
