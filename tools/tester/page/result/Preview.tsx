import { readEvent } from '../editor/event-text'
import { evaluateMappings } from '../mappings/evaluate'
import { useTesterState } from '../state/state-store'
import { subscriptionsOf } from '../state/tester-state'
import { MappingResults } from './MappingResults'

/** What the mappings make of the event in the editor, as both are typed. */
export function Preview() {
  const state = useTesterState()
  const { event, problem } = readEvent(state.event)
  return (
    <div className="scroll" role="region" aria-label="Payload of the event as written" tabIndex={0}>
      {event ? <MappingResults results={evaluateMappings(subscriptionsOf(state), event)} /> : <p>{problem}</p>}
    </div>
  )
}
