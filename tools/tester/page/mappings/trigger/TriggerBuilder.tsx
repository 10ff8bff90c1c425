import { useState } from 'react'
import { ConditionGroup } from './ConditionGroup'
import { formatConditions, parseConditions, type GroupDraft } from './conditions'

interface TriggerBuilderProps {
  fql: string
  onChange: (fql: string) => void
}

/** The conditions of a trigger as in Segment's app. Shows what Segment reads. */
export function TriggerBuilder({ fql, onChange }: TriggerBuilderProps) {
  const [draft, setDraft] = useState(() => ({ fql, group: parseConditions(fql) }))
  // The FQL changed elsewhere.
  const { group } = draft.fql === fql ? draft : { group: parseConditions(fql) }

  if (!group) return <p className="hint">The builder cannot show this trigger. Edit the FQL.</p>

  function change(next: GroupDraft): void {
    // While a condition is not complete, the trigger stays the same.
    const nextFql = formatConditions(next) ?? fql
    setDraft({ fql: nextFql, group: next })
    if (nextFql !== fql) onChange(nextFql)
  }

  return <ConditionGroup label="Conditions" group={group} onChange={change} isTopLevel />
}
