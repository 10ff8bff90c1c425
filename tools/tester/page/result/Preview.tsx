import { parseEvent } from '../event/parse-event'
import { evaluateMappings } from '../mappings/evaluate-mapping'
import { getSubscriptions } from '../state/tester-state'
import { useTesterState } from '../state/tester-store'
import { ScrollRegion } from '../ui/ScrollRegion'
import { MappingResults } from './MappingResults'

/** The payloads of the event in the editor, before it is sent. */
export function Preview() {
  const state = useTesterState()
  const { event, problem } = parseEvent(state.event)
  return (
    <ScrollRegion label="Preview of the event">
      {event ? <MappingResults results={evaluateMappings(getSubscriptions(state), event)} /> : <p>{problem}</p>}
    </ScrollRegion>
  )
}
